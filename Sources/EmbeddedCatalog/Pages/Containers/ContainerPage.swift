import JSONDocuments

/// The page of a service, a database or a schema: what it is and what lies in it.
struct ContainerPage {
  private static let shownVersions = 10
  private static let shownContents = 200
  private let entity: EntityPage

  init(_ entity: EntityPage) { self.entity = entity }

  func page() throws(CatalogFault) -> Page {
    let (contents, total) = try contents()
    let history = try VersionHistory(entity, from: 0, count: Self.shownVersions)
    let document = entity.document
    return Page(entity.label) {
      entity.headline(Markup(text: sentence))
      Markup("div", .class("split")) {
        Markup("div") {
          entity.description
          Markup.section("contents", "What lies in it", count: total) {
            if contents.isEmpty { Markup.nothing("Nothing yet.") }
            Markup("ul", .class("cards")) {
              contents.map { row in Markup("li") { EntitySummary(row).markup } }
            }
            if total > contents.count {
              Markup("p", .class("muted")) {
                "The first \(contents.count); search by name finds the others."
              }
            }
          }
        }
        EntityFacts(document).markup([
          ("Kind of service", document["serviceType"]?.string.map(Markup.name))
        ])
      }
      Markup.section("versions", "Version history", count: history.total) { history.markup }
    }
  }

  private var sentence: String {
    let kind = EntityKindName.heading(entity.row.type)
    return entity.document["serviceType"]?.string.map { "\(kind), \($0)" } ?? kind
  }

  private func contents() throws(CatalogFault) -> (rows: [EntityRow], total: Int) {
    let viewer = entity.viewer
    var rows: [EntityRow] = []
    for relationship in try viewer.context.session.outgoing(.contains, of: entity.row.id) {
      guard let row = try viewer.entity(id: relationship.target) else { continue }
      rows.append(row)
    }
    rows.sort { ($0.name, $0.id) < ($1.name, $1.id) }
    return (Array(rows.prefix(Self.shownContents)), rows.count)
  }
}
