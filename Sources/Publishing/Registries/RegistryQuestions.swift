import Diagnostics
import HTTPClient
import ModelManifests
import ModelRegistries
import RegisteredModels

/// What the manifests of a run ask of registries: each reference once.
struct RegistryQuestions: Sendable {
  /// What is asked, by the index of the manifest.
  private(set) var references: [Int: RegistryReference] = [:]
  /// What cannot be asked, by the index of the manifest.
  private var failures: [Int: RegistryFailure] = [:]
  private var connections: Set<MLflowConnection> = []
  private let settings: RegistrySettings

  /// Finds out where each model is looked for.
  init(_ models: [ModelManifest], _ config: RegistryConfig, _ settings: RegistrySettings) {
    self.settings = settings
    for (index, model) in models.enumerated() {
      guard let registry = model.registry else { continue }
      do throws(RegistryFailure) {
        references[index] = try reference(registry, config)
      } catch {
        failures[index] = error
      }
    }
  }

  private mutating func reference(
    _ registry: RegistryManifest, _ config: RegistryConfig
  ) throws(RegistryFailure) -> RegistryReference {
    switch registry {
    case .mlflow(let manifest):
      let connection = try connection(manifest, config.mlflow)
      connections.insert(connection)
      return RegistryReference(
        address: connection.address, model: manifest.model.value, selector: manifest.selector)
    case .azureML(let manifest):
      return RegistryReference(
        address: try settings.address(manifest, config.azureML), model: manifest.model.value,
        selector: manifest.selector)
    }
  }

  private func connection(
    _ manifest: MLflowRegistryManifest, _ config: MLflowRegistryConfig
  ) throws(RegistryFailure) -> MLflowConnection {
    let settings = try self.settings.mlflow(config)
    return try settings.connection(
      for: MLflowURIs(
        tracking: manifest.trackingUri?.value, registry: manifest.registryUri?.value))
  }

  /// Asks, side by side; every manifest with a registry has an answer.
  func answers(over connection: Connection) async -> [Int: RegistryAnswer] {
    var answers = failures.mapValues { RegistryAnswer.failed($0) }
    var registries: [any ModelRegistry] = []
    var failure: RegistryFailure?
    do throws(RegistryFailure) {
      if !connections.isEmpty { registries.append(try mlflow(connection)) }
      if asksAzureML { registries.append(try settings.azureML(connection)) }
    } catch {
      failure = error
    }
    let snapshot = await RegistryReader(registries).snapshot(for: Set(references.values))
    for (index, reference) in references {
      answers[index] = snapshot.answers[reference] ?? failure.map { .failed($0) }
    }
    return answers
  }

  /// Whether a model is registered in Azure Machine Learning.
  private var asksAzureML: Bool {
    references.values.contains { if case .mlflow = $0.address { false } else { true } }
  }

  private func mlflow(_ connection: Connection) throws(RegistryFailure) -> MLflowRegistry {
    let configuration: TransportConfiguration
    do throws(TransportConfigurationError) {
      configuration = try settings.mlflowTransport()
    } catch {
      throw RegistryFailure(error)
    }
    return MLflowRegistry(
      Array(connections), transport: connection.registryTransport(configuration),
      secrets: settings.secrets)
  }
}

extension MLflowRegistryManifest {
  /// What chooses the version.
  fileprivate var selector: RegistrySelector {
    if let alias { return .alias(alias.value) }
    if let stage { return .stage(stage.value) }
    guard let version, version.value != "latest" else { return .latest }
    return .version(version.value)
  }
}
