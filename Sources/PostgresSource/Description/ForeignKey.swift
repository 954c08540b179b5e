/// Columns that refer to those of a table.
struct ForeignKey: Sendable, Hashable {
  /// The referring columns.
  var columns: [String]
  /// The schema of the table referred to.
  var referredSchema: String
  /// The table referred to.
  var referredTable: String
  /// The columns referred to, one for each of ``columns``.
  var referredColumns: [String]

  /// Makes a foreign key.
  init(
    columns: [String], referredSchema: String, referredTable: String, referredColumns: [String]
  ) {
    self.columns = columns
    self.referredSchema = referredSchema
    self.referredTable = referredTable
    self.referredColumns = referredColumns
  }
}
