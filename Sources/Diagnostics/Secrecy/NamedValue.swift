/// The value that stands beside a name in one mapping, in whatever order: `{name: password, value: a}`.
enum NamedValue {
  /// Where the separator of the key `value` stands in the mapping that has a secret's name.
  ///
  /// - Parameters:
  ///   - separator: That of the key `name`.
  ///   - column: How far the key is indented, 0-based.
  ///   - line: The line of the key.
  static func separator(
    besideName separator: Int, column: Int, of line: SecretLine, in bytes: [UInt8]
  ) -> Int? {
    let name = bytes[(separator + 1)...].prefix { !",}]".utf8.contains($0) && !isLineEnd($0) }
    guard SecretKeys.contains(String(decoding: name, as: UTF8.self)) else { return nil }
    return line.isInFlow
      ? inBrackets(around: separator, bytes) : inBlock(around: line.start, column, bytes)
  }

  private static func inBrackets(around place: Int, _ bytes: [UInt8]) -> Int? {
    let start = bytes[..<place].suffix(reach).lastIndex(of: UInt8(ascii: "{"))
    let end = bytes[place...].prefix(reach).firstIndex(of: UInt8(ascii: "}"))
    guard let start else { return nil }
    return key(in: (start + 1)..<(end ?? min(place + reach, bytes.count)), bytes)
  }

  private static func inBlock(around lineStart: Int, _ column: Int, _ bytes: [UInt8]) -> Int? {
    var start = lineStart
    while let text = text(from: start, bytes), !text.isItem, start > 0, lineStart - start < reach {
      let before = bytes[..<(start - 1)].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
      guard let above = self.text(from: before, bytes), above.column >= column else { break }
      start = before
    }
    var place = start
    while place < bytes.count, place - lineStart < reach, let text = text(from: place, bytes) {
      if place > start, text.column < column || text.isItem && text.column <= column { return nil }
      let end = bytes[place...].firstIndex(where: isLineEnd) ?? bytes.count
      if text.column == column, let found = key(in: text.start..<end, bytes, isFirst: true) {
        return found
      }
      place = end + 1
    }
    return nil
  }

  /// How far a mapping is looked through to either side.
  private static let reach = 4096

  /// Where the words of a line begin, dashes of list items left out.
  private static func text(
    from start: Int, _ bytes: [UInt8]
  ) -> (start: Int, column: Int, isItem: Bool)? {
    var index = start
    var isItem = false
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "-") {
      isItem = isItem || bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    return index < bytes.count ? (index, index - start, isItem) : nil
  }

  /// Where the separator of a key `value` stands.
  private static func key(in range: Range<Int>, _ bytes: [UInt8], isFirst: Bool = false) -> Int? {
    for index in range where bytes[index...].starts(with: "value".utf8) {
      if isFirst, bytes[range.lowerBound..<index].contains(where: { !"\"'".utf8.contains($0) }) {
        return nil
      }
      if index > 0, SecretKeyPlace.isOfWord(bytes[index - 1]) { continue }
      let rest = bytes[(index + 5)...]
      let separator = rest.firstIndex { !"\"' ".utf8.contains($0) }
      if let separator, bytes[separator] == UInt8(ascii: ":") { return separator }
    }
    return nil
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { SecretPlaces.isLineEnd(byte) }
}

extension SecretLine {
  /// The line in which a place lies, read up to it.
  init(at place: Int, in bytes: [UInt8]) {
    self.init()
    let start = bytes[..<place].lastIndex(where: SecretPlaces.isLineEnd)
    if let start {
      let before = bytes[..<start].lastIndex(where: SecretPlaces.isLineEnd).map { $0 + 1 } ?? 0
      for index in before..<(start + 1) { take(bytes[index], at: index) }
    }
    for index in (start.map { $0 + 1 } ?? 0)..<place { take(bytes[index], at: index) }
  }
}
