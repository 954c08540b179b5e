import JSONDocuments

/// Somebody who changed something, as people know them.
struct Person: Sendable, Hashable {
  let name: String
  let label: String
  let isBot: Bool

  /// Looks a user's name up; a user who is gone keeps the name.
  init(_ name: String, _ context: CatalogContext) throws(CatalogFault) {
    self.name = name
    let row = try context.session.entity(
      "user", named: UserKind().lookupName(name, line: context.line))
    label = row.map(EntitySummary.label) ?? name
    isBot = row?.document["isBot"] == true
  }

  var markup: Markup {
    Markup("strong", label == name ? nil : .title(name)) {
      Markup.name(label)
      if isBot { " (bot)" }
    }
  }
}
