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

  /// Whether it is a model itself.
  var isModel: Bool { if case .model = self { true } else { false } }

  /// What of the catalog it is about; nil for what all models need.
  var thing: CatalogThing? {
    switch self {
    case .table(let name): .table(name)
    case .model(let name): .model(name)
    case .user(let name): .user(name)
    case .team(let name): .team(name)
    case .tag(let name): .tag(name)
    case .entity(let entity): .entity(entity)
    case .edges(let name, _): .edges(name)
    case .history(let name, _): .history(name)
    case .entityNames, .customProperties, .neighbours, .tagNeighbours, .services, .principal: nil
    }
  }
}
