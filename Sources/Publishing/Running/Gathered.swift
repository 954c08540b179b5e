import OpenMetadataAPI
import OpenMetadataEntities

/// What was read of the catalog, and by whom more can be read.
struct Gathered: Sendable {
  let client: OpenMetadataClient
  let gatherer: Gatherer
  let snapshot: CatalogSnapshot
}
