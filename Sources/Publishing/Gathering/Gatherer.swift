import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Reads all that deciding needs: first what the manifests name, then what follows from that.
struct Gatherer: Sendable {
  let client: OpenMetadataClient
  let options: PlanOptions
  /// Whether models are read although the server fails to tell something of others.
  var toleratesGaps = true
  /// Is told of each model that was read.
  var progress: (any ProgressObserver)?

  /// The snapshot for all models of a run.
  func snapshot(for desired: [DesiredModel]) async throws(OpenMetadataError) -> CatalogSnapshot {
    let empty = CatalogSnapshot(
      serverURL: client.server.description, capabilities: client.capabilities)
    return try await completing(empty, for: desired)
  }

  /// A snapshot in which one model is read again, with its edges and its history.
  func refreshed(
    _ snapshot: CatalogSnapshot, for desired: DesiredModel
  ) async throws(OpenMetadataError) -> CatalogSnapshot {
    var snapshot = snapshot
    snapshot.unread = [:]
    for name in desired.keys(client.capabilities).models {
      snapshot.models[name] = nil
      snapshot.edges[name] = nil
      snapshot.history[name] = nil
    }
    // One of those that are being written, and told so.
    var gatherer = self
    gatherer.progress = nil
    return try await gatherer.completing(snapshot, for: [desired])
  }

  private func completing(
    _ snapshot: CatalogSnapshot, for desired: [DesiredModel]
  ) async throws(OpenMetadataError) -> CatalogSnapshot {
    let reader = CatalogReader(client: client, toleratesGaps: toleratesGaps, progress: progress)
    return try await reader.completing(snapshot, for: desired) { snapshot in
      Planner.followUpKeys(desired, snapshot, options)
    }
  }
}
