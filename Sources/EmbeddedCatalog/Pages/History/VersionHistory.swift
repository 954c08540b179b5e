import JSONDocuments

/// The versions of an entity, newest first: who changed what, and when.
struct VersionHistory {
  /// A version with what it changed.
  struct Entry {
    let version: String
    let moment: Int64
    let person: Person
    /// Nil for the version the entity began with.
    let changes: [FieldChange]?
    let link: PageLink
  }

  let entries: [Entry]
  let total: Int
  private let entity: EntityPage
  private let isWhole: Bool

  /// - Parameters:
  ///   - start: How many newer versions are left out.
  ///   - count: How many are shown at most.
  init(_ entity: EntityPage, from start: Int, count: Int) throws(CatalogFault) {
    self.entity = entity
    let session = entity.viewer.context.session
    total = try session.countVersions(of: entity.row.id) + 1
    var documents = start == 0 ? [entity.row.document] : []
    documents += try session.versions(
      of: entity.row.id, limit: count - documents.count, offset: max(0, start - 1))
    var entries: [Entry] = []
    var people: [String: Person] = [:]
    for document in documents {
      entries.append(try Self.entry(document, entity, &people))
    }
    self.entries = entries
    isWhole = start == 0 && entries.count == total
  }

  static func entry(
    _ document: JSONObject, _ entity: EntityPage, _ people: inout [String: Person]
  ) throws(CatalogFault) -> Entry {
    let name = document["updatedBy"]?.string ?? ""
    let person: Person
    if let known = people[name] {
      person = known
    } else {
      person = try Person(name, entity.viewer.context)
      people[name] = person
    }
    let version = document["version"]?.number?.lexeme ?? "0.1"
    var changes: [FieldChange]?
    if let description = document["changeDescription"], !description.isNull {
      changes = ChangeReader.changes(in: try entity.visible(description))
    }
    return Entry(
      version: version, moment: document["updatedAt"]?.integer ?? 0, person: person,
      changes: changes, link: entity.link("versions", version))
  }

  var markup: Markup {
    Markup(joining: [
      Markup("ol", .class("history")) {
        entries.map { entry in
          Markup("li", .id("version-\(entry.version)")) {
            Markup("h3") {
              Markup("a", .href(entry.link)) { "Version \(entry.version)" }
              " by "
              entry.person.markup
              Markup("span", .class("muted")) {
                ", "
                Markup.moment(entry.moment)
              }
            }
            Self.changes(entry)
          }
        }
      },
      isWhole
        ? .empty
        : Markup("p", .class("more")) {
          Markup("a", .href(entity.link("versions"))) { "All \(total) versions" }
        },
    ])
  }

  /// What a version changed.
  static func changes(_ entry: Entry) -> Markup {
    guard let changes = entry.changes else { return .nothing("Created.") }
    if changes.isEmpty { return .nothing("Nothing that is shown here changed.") }
    return ChangeList(changes: changes).markup
  }
}
