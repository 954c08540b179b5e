import JSONDocuments
import OpenMetadataEntities
import Reconciler
import RegisteredModels

extension LockSection {
  /// Makes a section of what was read.
  ///
  /// - Parameters:
  ///   - registrations: What registries answered, by ``RegistrationKey``.
  ///   - emails: The e-mail addresses that manifests write, in lower case; no other is kept.
  init(
    _ snapshot: CatalogSnapshot, registrations: [String: RegistryAnswer], prose: [LiveProse],
    emails: Set<String>
  ) {
    let writing = LockedEntities(quoting: snapshot.capabilities.quoting)
    self.init(
      JSONObject(given: [
        "openMetadata": .string(snapshot.capabilities.version.text),
        "tables": JSON(entries: Self.tables(snapshot, writing)),
        "tags": JSON(entries: Self.tags(snapshot, writing)),
        "users": JSON(
          entries: snapshot.users.mapValues { lookup in
            writing.entry(lookup) { writing.document($0, emails: emails) }
          }),
        "teams": JSON(
          entries: snapshot.teams.mapValues { lookup in
            writing.entry(lookup) { writing.document($0) }
          }),
        "entities": JSON(entries: Self.entities(snapshot, writing)),
        "registrations": JSON(entries: registrations.compactMapValues(LockedVersion.document)),
        "prose": JSON(entries: Self.texts(prose)),
        "customProperties": Self.customProperties(snapshot, writing),
        "customPropertiesForbidden": snapshot.customProperties?.forbiddenReason.map(JSON.string),
      ]))
  }

  private static func tables(
    _ snapshot: CatalogSnapshot, _ writing: LockedEntities
  ) -> [String: JSON] {
    entries(snapshot.tables) { name, lookup in
      let near = NearNames.tables(near: name, among: snapshot.neighbours[name] ?? [])
      return writing.entry(lookup, near: near) { writing.document($0, as: name) }
    }
  }

  private static func tags(
    _ snapshot: CatalogSnapshot, _ writing: LockedEntities
  ) -> [String: JSON] {
    entries(snapshot.tags) { name, lookup in
      writing.entry(lookup, near: snapshot.tagNeighbours[name] ?? []) {
        writing.document($0, as: name)
      }
    }
  }

  /// The other things of the catalog, by their kinds.
  private static func entities(
    _ snapshot: CatalogSnapshot, _ writing: LockedEntities
  ) -> [String: JSON] {
    var entities: [String: [String: JSON]] = [:]
    for (entity, lookup) in snapshot.entities {
      let name = entity.fullyQualifiedName
      let near = NearNames.names(near: name, among: snapshot.entityNames[entity.kind] ?? [])
      entities[entity.kind.rawValue, default: [:]][name] = writing.entry(lookup, near: near) {
        writing.document($0, as: name)
      }
    }
    return entities.compactMapValues { JSON(entries: $0) }
  }

  /// The custom properties of models; nil when they are not known, empty when there are none.
  private static func customProperties(
    _ snapshot: CatalogSnapshot, _ writing: LockedEntities
  ) -> JSON? {
    switch snapshot.customProperties {
    case .found(let properties)?, .deleted(let properties)?:
      let entries = properties.map { ($0.name, JSON.object(writing.document($0))) }
      return JSON(entries: Dictionary(entries) { first, _ in first }) ?? .object(JSONObject())
    case .forbidden?, .notFound?, nil: return nil
    }
  }

  /// A digest stands in an object of its own, so that each has a line of its own.
  private static func texts(_ prose: [LiveProse]) -> [String: JSON] {
    Dictionary(grouping: prose, by: \.model).compactMapValues { texts in
      JSON(
        entries: Dictionary(
          texts.map { ($0.path, ["digest": .string($0.digest)] as JSON) }
        ) { first, _ in first })
    }
  }

  private static func entries<Value>(
    _ values: [String: Value], _ entry: (String, Value) -> JSON
  ) -> [String: JSON] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key, entry($0.key, $0.value)) })
  }
}

extension Lookup {
  /// Why the thing may not be seen; nil when it may, or is not there.
  fileprivate var forbiddenReason: String? {
    if case .forbidden(let reason) = self { reason } else { nil }
  }
}
