/// A type of PostgreSQL, domains resolved.
indirect enum ColumnType: Sendable, Hashable {
  /// A type of the system, or of an extension, by its name in `pg_type`, such as `int4`.
  case scalar(String)
  /// `character varying` or `character`; nil is without a limit.
  case characters(isFixed: Bool, length: Int?)
  /// `numeric`; both are nil without a limit.
  case numeric(precision: Int?, scale: Int?)
  /// An enumeration; the length in characters of its longest label.
  case enumeration(longestLabel: Int)
  /// A composite type.
  case composite
  /// An array, of however many dimensions.
  case array(of: ColumnType)
}
