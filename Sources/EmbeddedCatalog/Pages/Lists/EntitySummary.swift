import JSONDocuments

/// What a list shows of an entity.
struct EntitySummary {
  let row: EntityRow

  init(_ row: EntityRow) { self.row = row }

  var label: String { Self.label(row) }

  /// The display name, or the name where there is none.
  static func label(_ row: EntityRow) -> String {
    let given = row.document["displayName"]?.string ?? ""
    return given.allSatisfy(\.isWhitespace) ? row.name : given
  }

  /// The name as a link, where it lies, and the first words about it.
  var markup: Markup {
    Markup(joining: [
      Markup("span", .class("title")) {
        Markup.link(label, PageLink.entity(row.type, row.fullyQualifiedName))
      },
      Markup("span", .class("type")) { " \(kind)" },
      Markup("p", .class("path")) { Markup.name(row.fullyQualifiedName) },
      words.isEmpty ? .empty : Markup("p") { words },
    ])
  }

  private var words: String { Markdown.excerpt(row.document["description"]?.string ?? "") }

  private var kind: String {
    let document = row.document
    switch row.type {
    case "mlmodel":
      let features = Markup.count(document["mlFeatures"]?.array?.count ?? 0, "feature")
      return [document["algorithm"]?.string, features].compactMap(\.self).joined(separator: " · ")
    case "table":
      let type = EntityKindName.table(document["tableType"]?.string)
      return "\(type), \(Markup.count(document["columns"]?.array?.count ?? 0, "column"))"
    default: return document["serviceType"]?.string ?? EntityKindName.singular(row.type)
    }
  }
}
