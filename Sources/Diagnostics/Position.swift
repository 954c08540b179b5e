/// A place in a text: 1-based line and column.
///
/// Columns count Unicode scalars; lines end at LF, CRLF or CR only.
public struct Position: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Makes a position from a 1-based line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a text.
  public static let start = Position(line: 1, column: 1)

  /// Orders positions as they are read.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
