/// A column of a table or view.
struct ColumnDescription: Sendable, Hashable {
  /// The name.
  var name: String
  /// The type.
  var type: ColumnType
  /// The type as PostgreSQL prints it, such as `numeric(10,2)`.
  var displayedType: String
  /// Whether the column may be empty, as far as the table and the type's domain say.
  var isNullable: Bool
  /// The comment on it.
  var comment: String?

  /// Makes a description.
  init(
    name: String, type: ColumnType, displayedType: String, isNullable: Bool = true,
    comment: String? = nil
  ) {
    self.name = name
    self.type = type
    self.displayedType = displayedType
    self.isNullable = isNullable
    self.comment = comment
  }
}
