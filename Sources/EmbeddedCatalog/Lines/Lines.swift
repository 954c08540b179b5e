/// The release lines in which something exists.
struct Lines: Sendable, Hashable {
  private let first: ServerLine?
  private let end: ServerLine?

  /// Every line.
  static let all = Lines(first: nil, end: nil)

  /// No line.
  static let none = Lines(first: nil, end: ServerLine(0, 0))

  /// This line and those after it.
  static func since(_ major: Int, _ minor: Int) -> Lines {
    Lines(first: ServerLine(major, minor), end: nil)
  }

  /// The lines before this one.
  static func before(_ major: Int, _ minor: Int) -> Lines {
    Lines(first: nil, end: ServerLine(major, minor))
  }

  func contains(_ line: ServerLine) -> Bool {
    if let first, line < first { return false }
    if let end, line >= end { return false }
    return true
  }
}
