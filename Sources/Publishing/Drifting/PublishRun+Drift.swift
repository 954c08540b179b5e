import HTTPClient
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension PublishRun {
  /// Compares what was published with what was read, in the place of a plan.
  func compare(
    _ desired: [DesiredModel], _ gathered: Gathered, _ settings: ConnectionSettings,
    of input: PublishInput, _ draft: inout RunDraft
  ) async {
    let locked: LockedState?
    do throws(Failure) {
      locked = try LockedState(lock, of: environment)
    } catch {
      return draft.fail(error)
    }
    var snapshot = gathered.snapshot
    if let publisher = options.publisher {
      snapshot.principal = Principal(name: publisher, isBot: true)
    }
    var comparison = DriftComparison(
      snapshot, locked: locked?.catalog.tables ?? [:], options: options.plan)
    let ids = comparison.formerTableIDs(desired)
    let client = gathered.client
    let found = await interruption.cancelling { await Self.tables(ids, client) }
    switch found {
    case .failure(let error): return draft.fail(failure(error, settings))
    case .success(let tables): comparison.movedTables = tables
    }
    let drifts = desired.enumerated().map { index, model in
      comparison.drift(
        of: model,
        locked: locked?.registrations.version(for: input.models[index], input.config.registry))
    }
    draft.take(drifts)
  }

  private static func tables(
    _ ids: [String: String], _ client: OpenMetadataClient
  ) async -> Result<[String: Lookup<Table>], OpenMetadataError> {
    var tables: [String: Lookup<Table>] = [:]
    for (name, id) in ids.sorted(by: { $0.key < $1.key }) {
      do throws(OpenMetadataError) {
        tables[name] = try await client.table(id: id)
      } catch {
        return .failure(error)
      }
    }
    return .success(tables)
  }
}
