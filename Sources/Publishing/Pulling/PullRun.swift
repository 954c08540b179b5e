import Diagnostics
import FullyQualifiedNames
import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// One run of `pull`: reads models of the catalog and describes them by manifests.
public struct PullRun: Sendable {
  private let settings: ConnectionSettings
  private let connection: Connection
  private let interruption: Interruption

  /// Makes a run.
  public init(
    settings: ConnectionSettings, connection: Connection, interruption: Interruption
  ) {
    self.settings = settings
    self.connection = connection
    self.interruption = interruption
  }

  /// Runs; whatever happens is in the result, and nothing is written anywhere.
  public func run(_ target: PullTarget) async -> PullResult {
    var result = PullResult()
    switch await interruption.cancelling({ await read(target) }) {
    case .success(let reading):
      result.server = ServerIdentity(
        url: settings.server.description, version: reading.snapshot.capabilities.version.text)
      result.deletedCount = reading.deletedCount
      result.models = reading.models.map { Adoption.adopted($0, in: reading.snapshot) }
      result.findings = result.models.flatMap(\.findings)
      if result.models.contains(where: { $0.text == nil }) {
        result.outcome.troubles.insert(.findings)
      }
    case .failure(let failure) where interruption.signal == nil: result.fail(failure)
    case .failure: break
    }
    result.requests = connection.counts
    result.outcome.signal = interruption.signal
    return result
  }

  /// Models and all that describing them needs.
  private struct Reading: Sendable {
    let models: [MlModel]
    let snapshot: CatalogSnapshot
    let deletedCount: Int
  }

  private func read(_ target: PullTarget) async -> Result<Reading, Failure> {
    do throws(OpenMetadataError) {
      let client = try await OpenMetadataClient.connecting(
        to: settings.server, token: settings.token, transport: connection.transport,
        redactor: Redactor(settings.secrets))
      let search = PullSearch(client: client)
      switch try await search.models(of: target) {
      case .failure(let failure): return .failure(failure)
      case .success(let found):
        let models = try await search.namingTables(of: found.models)
        let snapshot = try await snapshot(of: models, client)
        return .success(
          Reading(models: models, snapshot: snapshot, deletedCount: found.deletedCount))
      }
    } catch {
      return .failure(Failure(reading: error, with: settings))
    }
  }

  private func snapshot(
    of models: [MlModel], _ client: OpenMetadataClient
  ) async throws(OpenMetadataError) -> CatalogSnapshot {
    var snapshot = CatalogSnapshot(
      serverURL: client.server.description, capabilities: client.capabilities)
    for model in models { snapshot.models[model.fullyQualifiedName] = .found(model) }
    let reader = CatalogReader(client: client)
    var keys = CatalogKeys()
    keys.edges = Set(models.map(\.fullyQualifiedName))
    keys.formUnion(Adoption.keys(models, snapshot))
    snapshot = try await reader.reading(keys, into: snapshot)
    // What custom properties refer to is known once their types are.
    return try await reader.reading(Adoption.keys(models, snapshot), into: snapshot)
  }
}
