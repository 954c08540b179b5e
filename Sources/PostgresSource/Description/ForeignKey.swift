/// Columns that refer to those of a table.
public struct ForeignKey: Sendable, Hashable {
  /// The referring columns.
  public var columns: [String]
  /// The schema of the table referred to.
  public var referredSchema: String
  /// The table referred to.
  public var referredTable: String
  /// The columns referred to, one for each of ``columns``.
  public var referredColumns: [String]

  /// Makes a foreign key.
  public init(
    columns: [String], referredSchema: String, referredTable: String, referredColumns: [String]
  ) {
    self.columns = columns
    self.referredSchema = referredSchema
    self.referredTable = referredTable
    self.referredColumns = referredColumns
  }
}
