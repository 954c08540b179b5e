import MLflowAPI
import RegisteredModels

/// Which version of a model a reference means, as far as the model itself tells.
enum VersionChoice: Equatable {
  /// The one of this number.
  case version(String)
  /// The highest number that is ready, which has to be searched for.
  case highestReady
  /// None.
  case refused(RegistryRefusal)

  /// The stages of MLflow.
  private static let stages = ["None", "Staging", "Production", "Archived"]

  /// Looks at a model; `endpoint` says what its registry knows of aliases and stages.
  init(_ reference: RegistryReference, of model: RegisteredModel, in endpoint: MLflowEndpoint) {
    // Servers on a database that ignores letter case answer with a model of another name.
    guard model.name == reference.model else {
      self = .refused(
        RegistryRefusal(
          .model, "MLflow at \(endpoint.uri) has no registered model `\(reference.model)`",
          hint: "letter case counts: did you mean `\(model.name)`?"))
      return
    }
    if model.isPrompt {
      self = .refused(RegistryRefusal(.model, "`\(model.name)` is a prompt, not a model"))
      return
    }
    switch reference.selector {
    case .version(let version): self = VersionChoice.number(version)
    case .alias(let alias): self = VersionChoice.alias(alias, model, endpoint)
    case .stage(let stage): self = VersionChoice.stage(stage, model, endpoint)
    case .latest:
      let highest = model.latestVersions.max { ($0.number ?? 0) < ($1.number ?? 0) }
      // The newest of each stage: only the newest of all tells about every version.
      if let highest, highest.status == .ready {
        self = .version(highest.version)
      } else {
        self = .highestReady
      }
    }
  }

  private static func number(_ version: String) -> VersionChoice {
    guard let number = Int(version), number > 0, String(number) == version else {
      return .refused(
        RegistryRefusal(
          .version, "`\(version)` is no version of MLflow, which counts from 1",
          hint: "give a number, or `latest`"))
    }
    return .version(version)
  }

  private static func alias(
    _ alias: String, _ model: RegisteredModel, _ endpoint: MLflowEndpoint
  ) -> VersionChoice {
    if let version = model.aliases[alias] { return .version(version) }
    guard endpoint.hasAliases else {
      return .refused(
        RegistryRefusal(
          .alias, "the workspace registry of Databricks has no aliases",
          hint: "select by `stage` or `version`"))
    }
    let message = "the registered model `\(model.name)` has no alias `\(alias)`"
    if alias.lowercased() == "latest" {
      return .refused(RegistryRefusal(.alias, message, hint: "write `version: latest`"))
    }
    let aliases = model.aliases.keys.sorted()
    if let other = aliases.first(where: { $0.lowercased() == alias.lowercased() }) {
      return .refused(
        RegistryRefusal(.alias, message, hint: "letter case counts: did you mean `\(other)`?"))
    }
    let known = aliases.map { "`\($0)`" }.joined(separator: ", ")
    return .refused(
      RegistryRefusal(.alias, message, hint: aliases.isEmpty ? "it has none" : "it has \(known)"))
  }

  private static func stage(
    _ stage: String, _ model: RegisteredModel, _ endpoint: MLflowEndpoint
  ) -> VersionChoice {
    guard endpoint.hasStages else {
      return .refused(
        RegistryRefusal(
          .stage, "Unity Catalog has no stages", hint: "select by `alias` or `version`"))
    }
    guard let known = stages.first(where: { $0.lowercased() == stage.lowercased() }) else {
      return .refused(
        RegistryRefusal(
          .stage, "MLflow has no stage `\(stage)`",
          hint: "the stages are \(stages.joined(separator: ", "))"))
    }
    let wanted = known == "None" ? nil : known
    let newest = model.latestVersions.filter { $0.currentStage == wanted }
      .max { ($0.number ?? 0) < ($1.number ?? 0) }
    guard let newest else {
      return .refused(
        RegistryRefusal(
          .stage, "no version of the registered model `\(model.name)` is in the stage `\(known)`",
          hint: hint(forStagesOf: model)))
    }
    return .version(newest.version)
  }
}

extension VersionChoice {
  private static func hint(forStagesOf model: RegisteredModel) -> String {
    let there = Set(model.latestVersions.map { $0.currentStage ?? "None" })
    let names = stages.filter(there.contains).map { "`\($0)`" }
    return names.isEmpty
      ? "the model has no version" : "its versions are in \(names.joined(separator: ", "))"
  }
}

extension MLflowEndpoint {
  /// Whether the registry knows aliases.
  var hasAliases: Bool { !isDatabricks || kind == .unityCatalog }
  /// Whether the registry knows stages.
  var hasStages: Bool { kind != .unityCatalog }
}
