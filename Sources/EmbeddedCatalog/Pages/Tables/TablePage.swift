import JSONDocuments

/// The page of a table.
struct TablePage {
  private static let shownVersions = 10
  private let entity: EntityPage

  init(_ entity: EntityPage) { self.entity = entity }

  private var document: JSON { entity.document }
  private var columns: [JSON] { document["columns"]?.array ?? [] }

  func page() throws(CatalogFault) -> Page {
    let uses = try TableUse.all(of: entity.row, entity.viewer)
    let history = try VersionHistory(entity, from: 0, count: Self.shownVersions)
    return Page(entity.label) {
      entity.headline(Markup(text: sentence))
      EntityPage.contents([
        ("description", "Description"), ("facts", "Facts"), ("columns", "Columns"),
        ("models", "Models"), ("versions", "Versions"),
      ])
      Markup("div", .class("split")) {
        Markup("div") {
          entity.description
          constraints
        }
        EntityFacts(document).markup([
          ("Schema", document["databaseSchema"].flatMap { EntityFacts.references([$0]) }),
          ("Service", document["service"].flatMap { EntityFacts.references([$0]) }),
        ])
      }
      Markup.section("columns", "Columns", count: columns.count) { ColumnTable(columns).markup }
      Markup.section("models", "Models that use it", count: uses.count) {
        if uses.isEmpty {
          Markup.nothing("No model's lineage begins here.")
        } else {
          Markup("ul", .class("cards")) { uses.map(\.markup) }
        }
      }
      Markup.section("versions", "Version history", count: history.total) { history.markup }
    }
  }

  private var sentence: String {
    let kind = EntityKindName.capitalized(EntityKindName.table(document["tableType"]?.string))
    return "\(kind), \(Markup.count(columns.count, "column"))"
  }

  private var constraints: Markup {
    let constraints = document["tableConstraints"]?.array ?? []
    if constraints.isEmpty { return .empty }
    return .section("constraints", "Constraints", count: constraints.count) {
      Markup("ul", .class("cards")) {
        constraints.map { constraint in
          Markup("li") {
            Markup("strong") { Self.words(constraint["constraintType"]?.string ?? "") }
            " "
            LineageFigure.list(
              (constraint["columns"]?.array ?? []).compactMap(\.string).map(Markup.name))
            referred(constraint["referredColumns"]?.array ?? [])
          }
        }
      }
    }
  }

  private func referred(_ columns: [JSON]) -> Markup {
    if columns.isEmpty { return .empty }
    return Markup(joining: [
      Markup(text: " refers to "),
      LineageFigure.list(columns.compactMap(\.string).map(Markup.name)),
    ])
  }

  private static func words(_ type: String) -> String {
    EntityKindName.capitalized(type.lowercased().replacing("_", with: " "))
  }
}
