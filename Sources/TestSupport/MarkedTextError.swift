/// What is wrong with the marks of a test's text.
public enum MarkedTextError: Error, Sendable, Hashable {
  /// A mark has no closing bracket.
  case notClosed
  /// A mark stands in the text twice.
  case twice(String)
  /// The text has no such mark.
  case noMark(String)
}
