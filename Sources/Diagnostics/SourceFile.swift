/// A file's text and its lines, for parsers and for showing findings.
public struct SourceFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The text; what was no UTF-8 is replaced.
  public let text: String
  /// The bytes as they were read.
  public let bytes: [UInt8]
  private let lineStarts: [Int]
  /// What lines do not show, in bytes.
  private let secrets: [Range<Int>]

  /// Takes a file's bytes and finds its lines, which end at LF, CRLF or CR only.
  ///
  /// A byte order mark is not part of the first line.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.text = String(decoding: bytes, as: UTF8.self)
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for index in bytes.indices {
      let isLineFeed = bytes[index] == 0x0A
      let isLoneReturn =
        bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if isLineFeed || isLoneReturn { starts.append(index + 1) }
    }
    lineStarts = starts
    secrets = SecretPlaces.ranges(in: bytes)
  }

  /// How many lines there are, the one after a last line end included.
  public var lineCount: Int { lineStarts.count }

  /// The text of a 1-based line without its end, or nil when there is no such line; in the place
  /// of what nobody may see stands `<redacted>`.
  public func line(_ number: Int) -> String? {
    byteRange(ofLine: number).map(shownText)
  }

  /// The text of whole lines, given in bytes; in the place of what nobody may see stands
  /// `<redacted>`.
  public func shownText(of lines: Range<Int>) -> String {
    var text = ""
    var start = lines.lowerBound
    for secret in secrets(in: lines) {
      text += String(decoding: bytes[start..<secret.lowerBound], as: UTF8.self) + Self.mark
      start = secret.upperBound
    }
    return text + String(decoding: bytes[start..<lines.upperBound], as: UTF8.self)
  }

  /// The bytes of a 1-based line without its end, or nil when there is no such line.
  ///
  /// What nobody may see is among them; their indices are those in ``bytes``.
  public func bytes(ofLine number: Int) -> ArraySlice<UInt8>? {
    byteRange(ofLine: number).map { bytes[$0] }
  }

  /// The column of a position in the line as ``line(_:)`` shows it, 1-based, in Unicode scalars.
  ///
  /// What begins or ends within something hidden begins or ends with what stands for that.
  ///
  /// - Parameter isEnd: Whether the position is the end of something.
  public func shownColumn(of position: Position, isEnd: Bool = false) -> Int {
    guard let range = byteRange(ofLine: position.line) else { return position.column }
    var column = position.column
    for secret in secrets(in: range) {
      let start = self.position(ofByte: secret.lowerBound).column
      let end = self.position(ofByte: secret.upperBound).column
      let shift = Self.mark.utf8.count - (end - start)
      if position.column >= end {
        column += shift
      } else if position.column > start {
        let shown = start + column - position.column
        return isEnd ? shown + Self.mark.utf8.count : shown
      }
    }
    return column
  }

  /// The passwords and tokens that the text holds, as far as they can be told.
  public var secretTexts: [String] {
    secrets.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether something begins within what lines do not show.
  public func isHidden(_ range: SourceRange) -> Bool {
    guard let line = byteRange(ofLine: range.start.line), let start = byteOffset(of: range.start)
    else { return false }
    return secrets(in: line).contains { $0.contains(start) }
  }

  private static let mark = SecretText.mark

  private func byteRange(ofLine number: Int) -> Range<Int>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func secrets(in line: Range<Int>) -> ArraySlice<Range<Int>> {
    if secrets.isEmpty { return [] }
    var (low, high) = (0, secrets.count)
    while low < high {
      let middle = (low + high) / 2
      if secrets[middle].lowerBound < line.lowerBound { low = middle + 1 } else { high = middle }
    }
    return secrets[low...].prefix { $0.upperBound <= line.upperBound }
  }

  /// The position of a byte offset.
  public func position(ofByte offset: Int) -> Position {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let prefix = bytes[lineStarts[low]..<min(max(offset, lineStarts[low]), bytes.count)]
    let scalars = prefix.count { $0 & 0xC0 != 0x80 }
    return Position(line: low + 1, column: scalars + 1)
  }

  /// The byte offset of a position, or nil when the text has no such place.
  public func byteOffset(of position: Position) -> Int? {
    guard position.line >= 1, position.line <= lineStarts.count, position.column >= 1 else {
      return nil
    }
    let end = position.line < lineStarts.count ? lineStarts[position.line] : bytes.count
    var offset = lineStarts[position.line - 1]
    for _ in 1..<position.column {
      guard offset < end else { return nil }
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
