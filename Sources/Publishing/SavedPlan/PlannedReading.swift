import OpenMetadataAPI
import OpenMetadataEntities

/// The catalog as it is when a saved plan is to be carried out, and by whom it was read.
struct PlannedReading: Sendable {
  let client: OpenMetadataClient
  let snapshot: CatalogSnapshot
  /// Whose token it is; nil when the plan does not depend on that.
  let principal: Principal?
}
