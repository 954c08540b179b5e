import OpenMetadataEntities

/// One thing to read of the catalog; edges and history are asked for by the model's id.
enum CatalogReading: Sendable {
  case table(String)
  case model(String)
  case user(String)
  case team(String)
  case tag(String)
  case entity(NamedEntity)
  case entityNames(NamedEntity.Kind)
  case customProperties
  /// Tables of one schema that were not found.
  case neighbours([String])
  case tagNeighbours(String)
  case services
  case principal
  case edges(String, String)
  case history(String, String)
}
