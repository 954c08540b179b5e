/// A table or view.
public struct TableDescription: Sendable, Hashable {
  /// What kinds of relation are read, by their letter in `pg_class.relkind`.
  public enum Kind: String, Sendable, Hashable {
    case regular = "r"
    case partitioned = "p"
    case foreign = "f"
    case view = "v"
    case materializedView = "m"
  }

  /// The name.
  public var name: String
  /// The kind of relation.
  public var kind: Kind
  /// The comment on it.
  public var comment: String?
  /// The columns in their order.
  public var columns: [ColumnDescription] = []
  /// The columns of the primary key, in the key's order.
  public var primaryKey: [String] = []
  /// The columns of each unique constraint, by the constraints' names.
  public var uniqueKeys: [[String]] = []
  /// The foreign keys by the constraints' names.
  public var foreignKeys: [ForeignKey] = []
  /// By which columns it is partitioned.
  public var partitioning: Partitioning?

  /// Makes a description without columns.
  public init(name: String, kind: Kind, comment: String? = nil) {
    self.name = name
    self.kind = kind
    self.comment = comment
  }
}
