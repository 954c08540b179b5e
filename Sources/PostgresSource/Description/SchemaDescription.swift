/// A schema and what is in it.
struct SchemaDescription: Sendable, Hashable {
  /// The name.
  var name: String
  /// The comment on it.
  var comment: String?
  /// Tables and views by name; a partition counts as part of its table.
  var tables: [TableDescription]

  /// Makes a description.
  init(name: String, comment: String? = nil, tables: [TableDescription] = []) {
    self.name = name
    self.comment = comment
    self.tables = tables
  }
}
