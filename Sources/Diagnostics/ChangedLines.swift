/// Which lines of which files a change touched, for showing the findings on them first.
public struct ChangedLines: Sendable, Hashable {
  /// Ranges of 1-based lines by the path that findings use, in ascending order.
  private var linesByPath: [String: [ClosedRange<Int>]] = [:]

  /// Makes the value of a change that touched nothing.
  public init() {}

  /// Adds lines of a file.
  public mutating func add(_ lines: ClosedRange<Int>, of path: String) {
    linesByPath[path, default: []].append(lines)
  }

  /// Whether the place, from its first line to its last, holds a changed line.
  public func touches(_ range: SourceRange) -> Bool {
    let lines = range.start.line...max(range.start.line, range.end.line)
    return linesByPath[range.path]?.contains { $0.overlaps(lines) } ?? false
  }
}
