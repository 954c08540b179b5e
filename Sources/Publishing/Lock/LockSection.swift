import JSONDocuments
import OpenMetadataEntities
import Reconciler
import RegisteredModels

/// What one environment's catalog and registries say about what the manifests name, as JSON.
struct LockSection {
  /// The members, each kind of thing by its names.
  private(set) var document: JSONObject

  /// Takes a section of a lock.
  init(_ document: JSONObject) {
    self.document = document
  }

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
    var entities: [String: [String: JSON]] = [:]
    for (entity, lookup) in snapshot.entities {
      let near = NearNames.names(
        near: entity.fullyQualifiedName, among: snapshot.entityNames[entity.kind] ?? [])
      entities[entity.kind.rawValue, default: [:]][entity.fullyQualifiedName] =
        writing.entry(lookup, near: near) {
          writing.document($0, as: entity.fullyQualifiedName)
        }
    }
    document = JSONObject(given: [
      "openMetadata": .string(snapshot.capabilities.version.text),
      "tables": JSON(
        entries: Self.entries(snapshot.tables) { name, lookup in
          let near = NearNames.tables(near: name, among: snapshot.neighbours[name] ?? [])
          return writing.entry(lookup, near: near) { writing.document($0, as: name) }
        }),
      "tags": JSON(
        entries: Self.entries(snapshot.tags) { name, lookup in
          writing.entry(lookup, near: snapshot.tagNeighbours[name] ?? []) {
            writing.document($0, as: name)
          }
        }),
      "users": JSON(
        entries: snapshot.users.mapValues { lookup in
          writing.entry(lookup) { writing.document($0, emails: emails) }
        }),
      "teams": JSON(
        entries: snapshot.teams.mapValues { lookup in
          writing.entry(lookup) { writing.document($0) }
        }),
      "entities": JSON(entries: entities.compactMapValues { JSON(entries: $0) }),
      "registrations": JSON(entries: registrations.compactMapValues(LockedVersion.document)),
      "prose": JSON(entries: Self.entries(of: prose)),
    ])
    switch snapshot.customProperties {
    case .found(let properties)?, .deleted(let properties)?:
      let entries = properties.map { ($0.name, JSON.object(writing.document($0))) }
      document["customProperties"] =
        JSON(entries: Dictionary(entries) { first, _ in first }) ?? .object(JSONObject())
    case .forbidden(let reason)?: document["customPropertiesForbidden"] = .string(reason)
    case .notFound?, nil: break
    }
  }

  private static func entries<Value>(
    _ values: [String: Value], _ entry: (String, Value) -> JSON
  ) -> [String: JSON] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key, entry($0.key, $0.value)) })
  }

  /// A digest stands in an object of its own, so that each has a line of its own.
  private static func entries(of prose: [LiveProse]) -> [String: JSON] {
    Dictionary(grouping: prose, by: \.model).compactMapValues { texts in
      JSON(
        entries: Dictionary(
          texts.map { ($0.path, ["digest": .string($0.digest)] as JSON) }
        ) { first, _ in first })
    }
  }

  /// This section where `other` says nothing of a thing: what a part of the manifests names, over
  /// what all of them did.
  func overlaid(by other: LockSection) -> LockSection {
    var merged = document
    for member in other.document.members {
      merged[member.key] =
        switch member.key {
        case "customProperties": member.value
        case "entities":
          JSON(
            entries: (merged[member.key]?.entries ?? [:]).merging(member.value.entries) {
              Self.overlaying($0, $1)
            })
        default: merged[member.key].map { Self.overlaying($0, member.value) } ?? member.value
        }
    }
    if other.document["customProperties"] != nil { merged["customPropertiesForbidden"] = nil }
    if other.document["customPropertiesForbidden"] != nil { merged["customProperties"] = nil }
    return LockSection(merged)
  }

  /// The entries of both, those of the second before those of the first; of plain values the second.
  private static func overlaying(_ first: JSON, _ second: JSON) -> JSON {
    guard first.object != nil, second.object != nil else { return second }
    return JSON(entries: first.entries.merging(second.entries) { $1 }) ?? second
  }

  /// The e-mail addresses that are kept.
  var emails: Set<String> {
    Set((document["users"]?.object?.members ?? []).compactMap { $0.value["email"]?.string })
  }
}
