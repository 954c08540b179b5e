/// How a JSON value is written.
public struct JSONStyle: Sendable, Hashable {
  /// Whether members are written in the order of their keys.
  public var sortsKeys: Bool
  /// Whether the text has line breaks and two spaces for each level.
  public var isIndented: Bool
  /// Whether, in an indented text, an array of plain values, and an object of plain values and such
  /// arrays, stand on one line.
  public var keepsRecordsTogether: Bool

  /// Makes a style.
  public init(
    sortsKeys: Bool = false, isIndented: Bool = false, keepsRecordsTogether: Bool = false
  ) {
    self.sortsKeys = sortsKeys
    self.isIndented = isIndented
    self.keepsRecordsTogether = keepsRecordsTogether
  }

  /// One line, members as they stand.
  public static let compact = JSONStyle()
  /// Indented, keys sorted: for files and reports that people compare.
  public static let readable = JSONStyle(sortsKeys: true, isIndented: true)
  /// Readable, a record on each line: for files whose changes people review line by line.
  public static let lineByLine = JSONStyle(
    sortsKeys: true, isIndented: true, keepsRecordsTogether: true)
}
