/// How a JSON value is written.
public struct JSONStyle: Sendable, Hashable {
  /// Whether members are written in the order of their keys.
  public var sortsKeys: Bool
  /// Whether the text has line breaks and two spaces for each level.
  public var isIndented: Bool

  /// Makes a style.
  public init(sortsKeys: Bool = false, isIndented: Bool = false) {
    self.sortsKeys = sortsKeys
    self.isIndented = isIndented
  }

  /// One line, members as they stand.
  public static let compact = JSONStyle()
  /// Indented, keys sorted: for files and reports that people compare.
  public static let readable = JSONStyle(sortsKeys: true, isIndented: true)
}
