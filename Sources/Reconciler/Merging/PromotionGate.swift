import Diagnostics
import ModelManifests
import RegisteredModels

/// Lets through only models whose version carries an alias, or is in a stage, that the command line
/// asks for; letter case counts.
///
/// What is not known does not pass: where the registry gave no version, either what it answered
/// keeps the model out, or this does.
struct PromotionGate {
  let manifest: ModelManifest
  /// nil when the registry was not asked, or did not say.
  let answer: RegistryAnswer?
  let options: MergeOptions

  /// What keeps the model out.
  var findings: [Diagnostic] { [aliasFinding, stageFinding].compactMap { $0 } }

  private var version: RegisteredVersion? {
    if case .version(let version) = answer { version } else { nil }
  }

  private var aliasFinding: Diagnostic? {
    guard let alias = options.requiredAlias else { return nil }
    let option = "--require-alias \(alias)"
    guard let registry = manifest.registry else {
      return unregistered(.requiredAliasMissing, option)
    }
    guard let version else { return unanswered(.requiredAliasMissing, option, registry) }
    guard version.hasAliases else {
      return finding(
        .requiredAliasMissing,
        "\(version.address) knows no aliases, and \(option) asks for one",
        hint: "ask for a stage with --require-stage", registry, version)
    }
    let aliases = version.aliases?.value ?? []
    guard !aliases.contains(alias) else { return nil }
    let others = WordList.text(aliases.sorted().map { "`\($0)`" })
    return finding(
      .requiredAliasMissing,
      "version \(version.version) of `\(version.model)` does not carry the alias `\(alias)`"
        + (aliases.isEmpty ? "" : ", only \(others)"),
      hint: SpellingSuggestion.best(for: alias, among: aliases)
        .map { "did you mean --require-alias \($0)?" }
        ?? "promote the version in the registry, or publish the one that carries the alias",
      registry, version)
  }

  private var stageFinding: Diagnostic? {
    guard let stage = options.requiredStage else { return nil }
    let option = "--require-stage \(stage)"
    guard let registry = manifest.registry else {
      return unregistered(.requiredStageMissing, option)
    }
    guard let version else { return unanswered(.requiredStageMissing, option, registry) }
    guard version.hasStages else {
      return finding(
        .requiredStageMissing,
        "\(version.address) knows no stages, and \(option) asks for one",
        hint: "ask for an alias with --require-alias", registry, version)
    }
    guard version.stage?.value != stage else { return nil }
    return finding(
      .requiredStageMissing,
      "version \(version.version) of `\(version.model)` is not in the stage `\(stage)`"
        + (version.stage.map { ", but in `\($0.value)`" } ?? ""),
      hint: SpellingSuggestion.best(for: stage, among: [version.stage?.value].compactMap { $0 })
        .map { "did you mean --require-stage \($0)?" }
        ?? "move the version in the registry, or publish the one in that stage",
      registry, version)
  }

  private func unregistered(_ code: DiagnosticCode, _ option: String) -> Diagnostic {
    let unusable = manifest.unusableRegistry
    return Diagnostic(
      code,
      unusable == nil
        ? "the model names no registry, and \(option) lets only registered versions through"
        : "what the file says under registry: cannot be used, and \(option) lets only registered "
          + "versions through",
      hint: "say under registry: where the model is registered",
      at: unusable ?? manifest.name.range, fieldPath: "registry", model: manifest.findingsKey)
  }

  /// What keeps a model out of which nobody knows the version; nil when the answer itself does.
  private func unanswered(
    _ code: DiagnosticCode, _ option: String, _ registry: RegistryManifest
  ) -> Diagnostic? {
    switch answer {
    case .refused, .version: return nil
    case .failed(let failure) where !RegistryTrouble.isExcused(failure, options): return nil
    case .failed, nil:
      return Diagnostic(
        code, "the registry did not say what the version carries, and \(option) must know it",
        hint: "publish when the registry answers", at: registry.selector,
        fieldPath: registry.path(of: registry.selectorKey).description,
        model: manifest.findingsKey)
    }
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, hint: String, _ registry: RegistryManifest,
    _ version: RegisteredVersion
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: registry.selector,
      notes: [Diagnostic.Note("the version is \(version.origin)")],
      fieldPath: registry.path(of: registry.selectorKey).description, model: manifest.findingsKey)
  }
}
