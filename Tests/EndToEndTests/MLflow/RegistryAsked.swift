import HTTPClient
import MLflowAPI
import ModelRegistries
import RegisteredModels
import Testing

/// What mlcatalog finds in an MLflow registry, and how many requests that took.
struct RegistryAsked {
  let answers: [RegistryReference: RegistryAnswer]
  let requests: Int

  /// Asks as the environment says.
  init(
    _ references: [(model: String, selector: RegistrySelector)],
    environment: [String: String]
  ) async throws {
    let connection = try MLflowSettings(environment: environment).connection()
    let tally = RequestTally()
    let transport = RetryingTransport(
      wrapping: CurlTransport(configuration: try TransportConfiguration(mlflow: environment)),
      tally: tally)
    let registry = MLflowRegistry([connection], transport: transport)
    answers = await registry.answers(
      to: references.map {
        RegistryReference(address: connection.address, model: $0.model, selector: $0.selector)
      })
    requests = tally.counts.total
  }

  /// Asks a server for one version.
  init(
    _ model: String, _ selector: RegistrySelector, of server: RunningMLflow,
    environment: [String: String] = [:]
  ) async throws {
    try await self.init(
      [(model, selector)],
      environment: ["MLFLOW_TRACKING_URI": server.url].merging(environment) { $1 })
  }

  /// The one answer.
  var answer: RegistryAnswer? { answers.values.first }

  /// The one version.
  var version: RegisteredVersion {
    get throws {
      guard case .version(let version) = answer else {
        throw MLflowFailure(description: "no version but \(answer as Any)")
      }
      return version
    }
  }

  /// The one refusal.
  var refusal: RegistryRefusal? {
    if case .refused(let refusal) = answer { refusal } else { nil }
  }

  /// The one failure.
  var failure: RegistryFailure? {
    if case .failed(let failure) = answer { failure } else { nil }
  }
}
