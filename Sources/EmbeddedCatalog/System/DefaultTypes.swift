import JSONDocuments

/// The types of entities, to which properties can be added, and the types of such properties.
struct DefaultTypes {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// Adds what a data file does not hold yet.
  func create() throws(CatalogFault) {
    for (name, description, lines) in Self.fields where lines.contains(context.line) {
      try create(name, description, "field", "basic")
    }
    for kind in context.kinds.all where kind.type != "type" {
      try create(kind.type, "The entity \(kind.type).", "entity", "data")
    }
  }

  private static let fields: [(name: String, description: String, lines: Lines)] = [
    ("integer", "A whole number.", .all),
    ("number", "A number.", .all),
    ("string", "A text.", .all),
    ("markdown", "A text in Markdown.", .all),
    ("sqlQuery", "A statement in SQL.", .all),
    ("email", "An e-mail address.", .all),
    ("enum", "One or several of some words.", .all),
    ("date-cp", "A date in a format of its own.", .all),
    ("dateTime-cp", "A date and a time in a format of their own.", .all),
    ("time-cp", "A time in a format of its own.", .all),
    ("timestamp", "Milliseconds since 1970.", .all),
    ("timeInterval", "From one time to another, in milliseconds since 1970.", .all),
    ("duration", "A duration as ISO 8601 writes it.", .all),
    ("entityReference", "Another entity.", .all),
    ("entityReferenceList", "Other entities.", .all),
    ("table-cp", "A table of up to three columns.", .all),
    ("hyperlink-cp", "An address and a text for it.", .since(1, 10)),
  ]

  private func create(
    _ name: String, _ description: String, _ category: String, _ nameSpace: String
  ) throws(CatalogFault) {
    if try context.session.entity("type", named: name) != nil { return }
    _ = try EntityWriter(context.kind("type"), context).create(
      JSONObject([
        .init(key: "name", value: .string(name)),
        .init(key: "displayName", value: .string(name)),
        .init(key: "description", value: .string(description)),
        .init(key: "category", value: .string(category)),
        .init(key: "nameSpace", value: .string(nameSpace)),
        .init(key: "schema", value: "{}"),
      ]))
  }
}
