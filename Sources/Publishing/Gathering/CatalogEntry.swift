import OpenMetadataEntities

/// One thing that was read of the catalog, under the key that was asked for.
enum CatalogEntry: Sendable {
  case table(String, Lookup<Table>)
  case model(String, Lookup<MlModel>)
  case user(String, Lookup<User>)
  case team(String, Lookup<Team>)
  case tag(String, Lookup<TagLabel>)
  case entity(NamedEntity, Lookup<EntityReference>)
  case entityNames(NamedEntity.Kind, [String])
  case customProperties(Lookup<[CustomProperty]>)
  case neighbours([String], [String])
  case tagNeighbours(String, [String])
  case services([MlModelService])
  case principal(Principal)
  case edges(String, [LineageEdge])
  case history(String, [MlModel])

  /// Puts it where deciding looks for it.
  func add(to snapshot: inout CatalogSnapshot) {
    switch self {
    case .table(let name, let table): snapshot.tables[name] = table
    case .model(let name, let model): snapshot.models[name] = model
    case .user(let name, let user): snapshot.users[name] = user
    case .team(let name, let team): snapshot.teams[name] = team
    case .tag(let name, let tag): snapshot.tags[name] = tag
    case .entity(let entity, let reference): snapshot.entities[entity] = reference
    case .entityNames(let kind, let names): snapshot.entityNames[kind] = names
    case .customProperties(let properties): snapshot.customProperties = properties
    case .neighbours(let names, let tables):
      for name in names { snapshot.neighbours[name] = tables }
    case .tagNeighbours(let name, let tags): snapshot.tagNeighbours[name] = tags
    case .services(let services): snapshot.services = services
    case .principal(let principal): snapshot.principal = principal
    case .edges(let name, let edges): snapshot.edges[name] = edges
    case .history(let name, let versions): snapshot.history[name] = versions
    }
  }
}
