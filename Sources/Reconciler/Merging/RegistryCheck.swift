import Diagnostics
import ModelManifests
import RegisteredModels

/// Compares a manifest with the version that it points to.
struct RegistryCheck {
  /// The manifest as its file has it.
  let manifest: ModelManifest
  /// The manifest with what the registry gives.
  let filled: ModelManifest
  let registry: RegistryManifest
  let version: RegisteredVersion
  let tables: RegistryTables

  /// What differs, and what is the matter with the version.
  var findings: [Diagnostic] {
    VersionCheck(registry: registry, version: version, model: manifest.findingsKey).findings
      + ModelTextCheck(manifest: manifest, version: version, registry: registry).findings
      + featureFindings + parameterFindings + tableFindings + algorithmFindings
  }

  /// Whether the file gives a key in a way that cannot be read, so that there is nothing to compare.
  private func isUnread(_ key: String) -> Bool { manifest.unreadKeys.contains(key) }

  private var featureFindings: [Diagnostic] {
    guard case .value(let features) = manifest.mlFeatures, !isUnread("mlFeatures"),
      let signature = version.signature
    else { return [] }
    return SignatureCheck(
      features: features.value, signature: signature, registry: registry,
      key: manifest.keyRanges["mlFeatures"] ?? features.range, model: manifest.findingsKey
    ).findings
  }

  private var parameterFindings: [Diagnostic] {
    guard case .value(let parameters) = manifest.mlHyperParameters, !isUnread("mlHyperParameters")
    else { return [] }
    return HyperParameterCheck(
      parameters: parameters.value, recorded: version.parameters, registry: registry,
      key: manifest.keyRanges["mlHyperParameters"] ?? parameters.range,
      model: manifest.findingsKey
    ).findings
  }

  private var tableFindings: [Diagnostic] {
    // A table may be named where it cannot be read.
    if manifest.unreadFields.contains(where: { FieldPath.mlFeatures.covers($0) }) { return [] }
    let listsFeatures = if case .absent = manifest.mlFeatures { false } else { true }
    return TableUseCheck(
      manifest: filled, version: version, tables: tables, registry: registry,
      listsFeatures: listsFeatures
    ).findings
  }

  /// The server wants an algorithm; a run that could not be read may have told it.
  private var algorithmFindings: [Diagnostic] {
    guard case .absent = filled.algorithm, !isUnread("algorithm"),
      !version.gaps.contains(where: { $0.subject == .run })
    else { return [] }
    return [
      Diagnostic(
        .algorithmUnknown, "neither the file nor the registry says the model's algorithm",
        hint: "add it, for example algorithm: XGBoost", at: registry.model.range,
        notes: [Diagnostic.Note("the version is \(version.origin)")], fieldPath: "algorithm",
        model: manifest.findingsKey)
    ]
  }
}
