import JSONDocuments
import RegisteredModels

extension RegistryProperty {
  /// The fact of a version with its place; nil when the registry has none.
  func value(of version: RegisteredVersion) -> Sourced<String>? {
    let run = version.run
    switch self {
    case .mlRegistry: return Sourced(version.address.uri, from: version.origin)
    case .mlModelVersion: return Sourced(version.version, from: version.origin)
    case .mlAliases:
      guard let aliases = version.aliases, !aliases.value.isEmpty else { return nil }
      let names = aliases.value.sorted().map { JSON.string($0) }
      return Sourced(JSON.array(names).text(), from: aliases.origin)
    case .mlStage: return version.stage
    case .mlRunId: return run.map { Sourced($0.id, from: $0.origin) }
    case .mlRunUrl: return run.flatMap { run in run.url.map { Sourced($0, from: run.origin) } }
    case .mlMetrics: return version.metricsText
    case .mlTrainingData: return version.trainingDataText
    case .mlGitCommit: return version.gitCommit
    }
  }
}

extension RegistryAddress {
  /// The registry as one URI.
  fileprivate var uri: String {
    switch self {
    case .mlflow(let registryURI, _): registryURI
    case .azureMLWorkspace(let subscription, let resourceGroup, let workspace):
      "azureml://subscriptions/\(subscription)/resourceGroups/\(resourceGroup)"
        + "/workspaces/\(workspace)"
    case .azureMLRegistry(_, _, let registry): "azureml://registries/\(registry)"
    }
  }
}

extension RegisteredVersion {
  /// The metrics as a JSON object, sorted by name.
  fileprivate var metricsText: Sourced<String>? {
    guard let first = metrics.first else { return nil }
    var object = JSONObject()
    for metric in metrics.sorted(by: { $0.name < $1.name }) {
      let number = (try? JSON(parsing: metric.value.value))?.number
      object[metric.name] = number.map { .number($0) } ?? .string(metric.value.value)
    }
    return Sourced(JSON.object(object).text(), from: run?.origin ?? first.value.origin)
  }

  /// The datasets that the model was trained on as a JSON list, sorted.
  fileprivate var trainingDataText: Sourced<String>? {
    let datasets = datasets.filter(\.isForTraining)
    guard let first = datasets.first else { return nil }
    let entries = Set(datasets.map { $0.document.text() }).sorted()
    return Sourced("[\(entries.joined(separator: ","))]", from: run?.origin ?? first.origin)
  }
}

extension DatasetInput {
  /// What identifies the dataset; keys sorted, those without a value left out.
  fileprivate var document: JSON {
    var object = JSONObject()
    if !digest.isEmpty { object["digest"] = .string(digest) }
    switch source {
    case .table, .query: break
    case .other(_, let location): object["location"] = location.map { .string($0) }
    }
    object["name"] = .string(name)
    switch source {
    case .table(let parts, _): object["table"] = .string(parts.joined(separator: "."))
    case .query(let text): object["query"] = .string(text)
    case .other(let type, _): object["type"] = .string(type)
    }
    return .object(object)
  }
}
