extension SourceFile {
  /// The 1-based column of a position in bytes of its line as it stands in the file, a byte order
  /// mark included; nil when there is no such line.
  public func byteColumn(of position: Position) -> Int? {
    guard let offset = byteOffset(of: position) else { return nil }
    // The line of a file begins with its mark, although no position counts it.
    let start = position.line == 1 ? 0 : byteOffset(of: Position(line: position.line, column: 1))
    return start.map { offset - $0 + 1 }
  }

  /// The text between two positions; nil when there is no such stretch or it is no UTF-8.
  public func text(from start: Position, to end: Position) -> String? {
    guard let first = byteOffset(of: start), let last = byteOffset(of: end), first <= last else {
      return nil
    }
    return String(validating: bytes[first..<last], as: UTF8.self)
  }
}
