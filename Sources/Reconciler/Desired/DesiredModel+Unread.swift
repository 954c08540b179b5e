import OpenMetadataEntities

extension DesiredModel {
  /// What the server failed to tell that the model needs, in the order of its kinds and names.
  func unread(in snapshot: CatalogSnapshot) -> [(thing: CatalogThing, reason: String)] {
    if snapshot.unread.isEmpty { return [] }
    let keys = keys(snapshot.capabilities)
    let entities = keys.entities.union(CustomPropertyReferences(self, snapshot).entities)
    let things =
      keys.models.sorted().flatMap { [CatalogThing.model($0), .edges($0), .history($0)] }
      + keys.tables.sorted().map { .table($0) } + keys.users.sorted().map { .user($0) }
      + keys.teams.sorted().map { .team($0) } + keys.tags.sorted().map { .tag($0) }
      + entities.sorted { $0.fullyQualifiedName < $1.fullyQualifiedName }.map { .entity($0) }
    return things.compactMap { thing in snapshot.unread[thing].map { (thing, $0) } }
  }
}
