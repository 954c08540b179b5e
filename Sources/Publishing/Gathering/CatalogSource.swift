import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// What keys of the catalog are read from: the catalog itself, or a lock.
protocol CatalogSource: Sendable {
  /// The snapshot with everything that `keys` names, that it did not hold yet, and that the source
  /// knows.
  func reading(
    _ keys: CatalogKeys, into snapshot: CatalogSnapshot
  ) async throws(OpenMetadataError) -> CatalogSnapshot
}

extension CatalogSource {
  /// Reads what models name, and then what follows from that.
  func completing(
    _ snapshot: CatalogSnapshot, for desired: [DesiredModel],
    with followUpKeys: (CatalogSnapshot) -> CatalogKeys
  ) async throws(OpenMetadataError) -> CatalogSnapshot {
    var keys = CatalogKeys()
    for model in desired { keys.formUnion(model.keys(snapshot.capabilities)) }
    var snapshot = try await reading(keys, into: snapshot)
    // What the second round reads may call for a third.
    for _ in 2...3 {
      snapshot = try await reading(followUpKeys(snapshot), into: snapshot)
    }
    return snapshot
  }
}
