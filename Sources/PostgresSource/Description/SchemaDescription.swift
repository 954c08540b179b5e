/// A schema and what is in it.
public struct SchemaDescription: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The comment on it.
  public var comment: String?
  /// Tables and views by name; a partition counts as part of its table.
  public var tables: [TableDescription]

  /// Makes a description.
  public init(name: String, comment: String? = nil, tables: [TableDescription] = []) {
    self.name = name
    self.comment = comment
    self.tables = tables
  }
}
