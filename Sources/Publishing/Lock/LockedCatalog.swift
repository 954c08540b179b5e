import JSONDocuments
import OpenMetadataEntities
import Reconciler

/// The catalog as a section of a lock has it.
struct LockedCatalog: CatalogSource {
  /// The server's version when the section was made.
  let version: ServerVersion
  /// The tables by name.
  private(set) var tables: [String: Lookup<Table>] = [:]
  private var tags: [String: Lookup<TagLabel>] = [:]
  private var users: [String: Lookup<User>] = [:]
  private var teams: [String: Lookup<Team>] = [:]
  private var entities: [NamedEntity: Lookup<EntityReference>] = [:]
  private var customProperties: Lookup<[CustomProperty]>?
  private var nearTables: [String: [String]] = [:]
  private var nearTags: [String: [String]] = [:]
  private var nearEntities: [NamedEntity.Kind: Set<String>] = [:]

  /// A catalog of which nothing is known; the newest line that is, which allows most, stands for its
  /// own.
  init() {
    version = .newestKnown
  }

  /// Reads a section.
  ///
  /// - Throws: ``RecordShapeError`` for anything that `mlcatalog lock` would not have written.
  init(_ section: RecordedValue) throws(RecordShapeError) {
    let text = try section.member("openMetadata")
    guard let version = ServerVersion(try text.text) else {
      throw text.error("is no version of OpenMetadata")
    }
    self.version = version
    let reading = LockedEntities(quoting: Capabilities(version: version).quoting)
    for (name, entry) in try section.table("tables") {
      tables[name] = try reading.lookup(entry) { entry throws(RecordShapeError) in
        try reading.table(entry, named: name)
      }
      nearTables[name] = try entry["suggestions"]?.texts
    }
    for (name, entry) in try section.table("tags") {
      tags[name] = try reading.lookup(entry) { entry throws(RecordShapeError) in
        try reading.label(entry, named: name)
      }
      nearTags[name] = try entry["suggestions"]?.texts
    }
    for (name, entry) in try section.table("users") {
      users[name] = try reading.lookup(entry) { entry throws(RecordShapeError) in
        try reading.user(entry, named: name)
      }
    }
    for (name, entry) in try section.table("teams") {
      teams[name] = try reading.lookup(entry) { entry throws(RecordShapeError) in
        try reading.team(entry, named: name)
      }
    }
    try readEntities(section, reading)
    try readCustomProperties(section, reading)
  }

  private mutating func readEntities(
    _ section: RecordedValue, _ reading: LockedEntities
  ) throws(RecordShapeError) {
    for (word, entries) in try section.table("entities") {
      guard let kind = NamedEntity.Kind(rawValue: word) else {
        throw entries.error("is of no kind that is known")
      }
      for (name, entry) in try entries.entries {
        let entity = NamedEntity(kind, name)
        entities[entity] = try reading.lookup(entry) { entry throws(RecordShapeError) in
          try reading.reference(entry, entity)
        }
        nearEntities[kind, default: []].formUnion(try entry["suggestions"]?.texts ?? [])
      }
    }
  }

  private mutating func readCustomProperties(
    _ section: RecordedValue, _ reading: LockedEntities
  ) throws(RecordShapeError) {
    if let reason = try section.optionalText("customPropertiesForbidden") {
      customProperties = .forbidden(reason)
    } else if let properties = section["customProperties"] {
      customProperties = .found(
        try properties.entries.map { name, entry throws(RecordShapeError) in
          try reading.property(entry, named: name)
        })
    }
  }

  /// The snapshot with everything of `keys` that the lock holds; no model is in a lock.
  func reading(_ keys: CatalogKeys, into snapshot: CatalogSnapshot) -> CatalogSnapshot {
    var snapshot = snapshot
    for name in keys.tables { snapshot.tables[name] = tables[name] }
    for name in keys.tags { snapshot.tags[name] = tags[name] }
    for name in keys.users { snapshot.users[name] = users[name] }
    for name in keys.teams { snapshot.teams[name] = teams[name] }
    for entity in keys.entities { snapshot.entities[entity] = entities[entity] }
    if keys.customProperties { snapshot.customProperties = customProperties }
    for name in keys.neighbours { snapshot.neighbours[name] = nearTables[name] }
    for name in keys.tagNeighbours { snapshot.tagNeighbours[name] = nearTags[name] }
    for kind in keys.entityNames { snapshot.entityNames[kind] = nearEntities[kind]?.sorted() }
    return snapshot
  }
}
