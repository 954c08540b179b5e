public import Diagnostics
public import ModelManifests
public import RegisteredModels

/// Brings together what describes a model: its manifest wins, its registry fills what that leaves
/// out, and where both speak they are compared.
public enum Merge {
  /// One desired model for each manifest, in their order.
  ///
  /// Each is made from its own manifest and answer only, so the order of manifests changes nothing.
  ///
  /// - Parameters:
  ///   - manifests: The manifests.
  ///   - answers: What the registries say, by the index of the manifest.
  ///   - options: What the command line and the project config say about it.
  ///   - diagnostics: Takes what is to be said.
  public static func desiredModels(
    of manifests: [ModelManifest], _ answers: [Int: RegistryAnswer] = [:],
    _ options: MergeOptions = MergeOptions(), diagnostics: inout DiagnosticList
  ) -> [DesiredModel] {
    manifests.enumerated().map { index, manifest in
      let desired = desiredModel(of: manifest, answers[index], options, diagnostics: &diagnostics)
      for finding in RequiredFields(desired, of: manifest).findings { diagnostics.append(finding) }
      return desired
    }
  }

  private static func desiredModel(
    of manifest: ModelManifest, _ answer: RegistryAnswer?, _ options: MergeOptions,
    diagnostics: inout DiagnosticList
  ) -> DesiredModel {
    let state = RegistryState(manifest.registry, answer, options)
    let version = if case .read(let version) = state { version } else { RegisteredVersion?.none }
    let gate = PromotionGate(manifest: manifest, answer: answer, options: options)
    for finding in gate.findings { diagnostics.append(finding) }
    guard let registry = manifest.registry else { return unregistered(manifest, options) }
    if let answer,
      let finding = RegistryTrouble.finding(
        answer, registry, options, model: manifest.findingsKey)
    {
      diagnostics.append(finding)
    }
    let filling = ManifestFilling(manifest, with: version, at: registry.model.range, options)
    diagnostics.append(contentsOf: filling.findings)
    if let version {
      let check = RegistryCheck(
        manifest: manifest, filled: filling.manifest, registry: registry, version: version,
        tables: options.tables)
      for finding in check.findings { diagnostics.append(finding) }
    }
    return DesiredModel(
      filling.manifest, registry: state, origins: filling.origins, unknown: filling.unknown,
      rules: options.rules)
  }

  /// A model whose manifest names no registry, or none that can be asked: what that one would have
  /// given stays in the catalog, whatever becomes of the finding.
  private static func unregistered(
    _ manifest: ModelManifest, _ options: MergeOptions
  ) -> DesiredModel {
    guard let place = manifest.unusableRegistry else {
      return DesiredModel(manifest, rules: options.rules)
    }
    let filling = ManifestFilling(manifest, with: nil, at: place, options)
    return DesiredModel(
      filling.manifest, registry: .unresolved, origins: filling.origins, unknown: filling.unknown,
      rules: options.rules)
  }
}

extension RegistryState {
  fileprivate init(
    _ registry: RegistryManifest?, _ answer: RegistryAnswer?, _ options: MergeOptions
  ) {
    switch answer {
    case _ where registry == nil: self = .notNamed
    case .version(let version)?: self = .read(version)
    case .refused?: self = .unresolved
    case .failed(let failure)? where failure.kind == .notLocked: self = .notChecked
    case .failed(let failure)?:
      self = RegistryTrouble.isExcused(failure, options) ? .notChecked : .unresolved
    case nil: self = .notChecked
    }
  }
}
