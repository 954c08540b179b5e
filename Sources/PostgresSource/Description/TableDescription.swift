/// A table or view.
struct TableDescription: Sendable, Hashable {
  /// What kinds of relation are read, by their letter in `pg_class.relkind`.
  enum Kind: String, Sendable, Hashable {
    case regular = "r"
    case partitioned = "p"
    case foreign = "f"
    case view = "v"
    case materializedView = "m"
  }

  /// The name.
  var name: String
  /// The kind of relation.
  var kind: Kind
  /// The comment on it.
  var comment: String?
  /// The columns in their order.
  var columns: [ColumnDescription] = []
  /// The columns of the primary key, in the key's order.
  var primaryKey: [String] = []
  /// The columns of each unique constraint, by the constraints' names.
  var uniqueKeys: [[String]] = []
  /// The foreign keys by the constraints' names.
  var foreignKeys: [ForeignKey] = []
  /// By which columns it is partitioned.
  var partitioning: Partitioning?
  /// The query of a view, as PostgreSQL writes it.
  var viewQuery: String?

  /// Makes a description without columns.
  init(name: String, kind: Kind, comment: String? = nil) {
    self.name = name
    self.kind = kind
    self.comment = comment
  }

  /// Whether a column is a key by itself.
  func isUnique(_ column: String) -> Bool {
    primaryKey == [column] || uniqueKeys.contains([column])
  }
}
