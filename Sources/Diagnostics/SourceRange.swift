/// A stretch of a file, its end exclusive.
public struct SourceRange: Sendable, Hashable {
  /// The file's path as the user gave it.
  public var path: String
  /// The first character.
  public var start: Position
  /// The place after the last character.
  public var end: Position

  /// Makes the range from `start` up to, not including, `end`.
  public init(path: String, start: Position, end: Position) {
    self.path = path
    self.start = start
    self.end = end
  }

  /// `path:line:column`, as compilers print it.
  public var description: String { "\(path):\(start.line):\(start.column)" }
}

extension SourceRange: CustomStringConvertible {}
