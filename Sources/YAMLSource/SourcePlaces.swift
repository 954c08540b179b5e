import Diagnostics

/// Turns libyaml's marks into places of the file.
struct SourcePlaces {
  private let file: SourceFile
  /// The byte offset of every `stride`-th scalar.
  private let checkpoints: [Int]
  private static let stride = 64

  /// Takes the path and the text as libyaml sees it.
  init(path: String, text: [UInt8]) {
    file = SourceFile(path: path, bytes: text)
    var offsets: [Int] = []
    var count = 0
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.stride == 0 { offsets.append(offset) }
      count += 1
    }
    checkpoints = offsets
  }

  /// The range between two marks.
  func range(_ start: Mark, _ end: Mark) -> SourceRange {
    SourceRange(path: file.path, start: position(of: start), end: position(of: end))
  }

  /// The path as the user gave it.
  var path: String { file.path }

  /// One character at a mark.
  func character(at mark: Mark) -> SourceRange {
    let start = position(of: mark)
    return SourceRange(
      path: file.path, start: start, end: Position(line: start.line, column: start.column + 1))
  }

  /// Whether nobody may see what begins there.
  func isHidden(_ range: SourceRange) -> Bool { file.isHidden(range) }

  /// The text of a line, counted from 1.
  func line(_ number: Int) -> String? { file.line(number) }

  /// The byte at a mark, nil at the end of the text.
  func byte(at mark: Mark) -> UInt8? {
    let offset = offset(of: mark)
    return offset < file.bytes.count ? file.bytes[offset] : nil
  }

  /// Where a value begins whose anchor and tag begin at `mark`.
  func valueStart(afterPropertiesAt mark: Mark) -> Position {
    var walk = Walk(bytes: file.bytes, offset: offset(of: mark), position: position(of: mark))
    while let byte = walk.byte, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
      if byte == UInt8(ascii: "&") {
        walk.skip { $0 == byte }
        walk.skip(while: Self.isPartOfAnchor)
      } else {
        walk.skip { !Self.isBlank($0) }
      }
      walk.skip(while: Self.isBlank)
      while walk.byte == UInt8(ascii: "#") {
        walk.skip { $0 != 0x0A && $0 != 0x0D }
        walk.skip(while: Self.isBlank)
      }
    }
    return walk.position
  }

  /// The end of the last line with text in a block scalar, which libyaml ends on a later line.
  func textEnd(ofBlockScalarFrom start: Mark, to end: Mark) -> Position {
    let first = offset(of: start)
    var last = offset(of: end)
    while last > first, Self.isBlank(file.bytes[last - 1]) { last -= 1 }
    return file.position(ofByte: last)
  }

  /// The place of a mark; libyaml ends a text without a last line end on a line that is not there.
  func position(of mark: Mark) -> Position {
    guard mark.line < file.lineCount else { return file.position(ofByte: file.bytes.count) }
    return Position(line: mark.line + 1, column: mark.column + 1)
  }

  private func offset(of mark: Mark) -> Int {
    let checkpoint = mark.index / Self.stride
    guard checkpoint < checkpoints.count else { return file.bytes.count }
    var offset = checkpoints[checkpoint]
    for _ in 0..<mark.index % Self.stride where offset < file.bytes.count {
      offset += 1
      while offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// What libyaml takes into an anchor's name; a value may follow it without a space.
  private static func isPartOfAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A place that moves forward and keeps count of lines and columns.
  private struct Walk {
    let bytes: [UInt8]
    var offset: Int
    var position: Position

    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func skip(while condition: (UInt8) -> Bool) {
      while let byte, condition(byte) {
        offset += 1
        let endsLine = byte == 0x0A || (byte == 0x0D && self.byte != 0x0A)
        if endsLine {
          position = Position(line: position.line + 1, column: 1)
        } else if byte & 0xC0 != 0x80 {
          position.column += 1
        }
      }
    }
  }
}
