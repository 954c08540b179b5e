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
  ///
  /// - Parameters:
  ///   - connection: What carries the requests.
  ///   - isOptional: Whether the run goes on without a registry that does not answer, which then
  ///     may use only its share of the time.
  func answers(
    over connection: Connection, isOptional: Bool = false
  ) async -> [Int: RegistryAnswer] {
    let deadline = connection.registryDeadline(isOptional: isOptional)
    var answers = failures.mapValues { RegistryAnswer.failed($0) }
    var registries: [any ModelRegistry] = []
    // What is wrong with the settings of one kind keeps no model of the other back.
    for isMLflow in [true, false] {
      let asked = references.filter { $0.value.address.isMLflow == isMLflow }
      if asked.isEmpty { continue }
      do throws(RegistryFailure) {
        let registry: any ModelRegistry =
          if isMLflow {
            try mlflow(connection, until: deadline)
          } else {
            try settings.azureML(connection, until: deadline)
          }
        registries.append(registry)
      } catch {
        for index in asked.keys { answers[index] = .failed(error) }
      }
    }
    let snapshot = await RegistryReader(registries).snapshot(for: Set(references.values))
    for (index, reference) in references where answers[index] == nil {
      // A model without an answer would pass every gate unseen.
      answers[index] =
        snapshot.answers[reference]
        ?? .failed(RegistryFailure(.unreachable, "the registry gave no answer"))
    }
    return answers
  }

  private func mlflow(
    _ connection: Connection, until deadline: ContinuousClock.Instant?
  ) throws(RegistryFailure) -> MLflowRegistry {
    let configuration: TransportConfiguration
    do throws(TransportConfigurationError) {
      configuration = try settings.mlflowTransport()
    } catch {
      throw RegistryFailure(error)
    }
    return MLflowRegistry(
      Array(connections),
      transport: connection.registryTransport(configuration, until: deadline),
      secrets: settings.secrets)
  }
}

extension RegistryAddress {
  fileprivate var isMLflow: Bool { if case .mlflow = self { true } else { false } }
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
