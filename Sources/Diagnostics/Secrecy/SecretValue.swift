/// What stands behind a key and its separator, in whatever style YAML has for it.
struct SecretValue {
  /// Where it stands, each within one line.
  private(set) var ranges: [Range<Int>] = []
  /// The anchors that it names.
  private(set) var aliases: [ArraySlice<UInt8>] = []

  private let bytes: [UInt8]
  private let column: Int
  private let line: SecretLine

  /// Reads on from the separator.
  ///
  /// - Parameters:
  ///   - separator: The last byte before the value.
  ///   - column: How far the key is indented, 0-based.
  ///   - line: The line of the key.
  ///   - bytes: The text.
  init(behind separator: Int, column: Int, of line: SecretLine, in bytes: [UInt8]) {
    self.bytes = bytes
    self.column = column
    self.line = line
    var start = skipSpaces(from: separator + 1)
    // An anchor and a tag stand before a value; a secret may look like one.
    while start < bytes.count, "&!".utf8.contains(bytes[start]) {
      let end = wordEnd(from: start)
      add(start..<end)
      start = skipSpaces(from: end)
    }
    take(from: start, isAssignment: bytes[separator] == UInt8(ascii: "="))
  }

  private mutating func take(from start: Int, isAssignment: Bool) {
    guard start < bytes.count else { return }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      add(start..<malformedEnd(from: quotedEnd(from: start)))
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let end = malformedEnd(from: collectionEnd(from: start))
      add(start..<end)
      takeAliases(in: start..<end)
    case UInt8(ascii: "*"):
      let end = wordEnd(from: start)
      add(start..<end)
      takeAliases(in: start..<end)
    case UInt8(ascii: "="): return
    // What follows is the rest of a URL whose scheme looks like a key.
    case UInt8(ascii: "/") where bytes[start...].starts(with: "//".utf8): return
    default:
      if isAssignment {
        add(start..<wordEnd(from: start))
      } else if line.isInFlow {
        add(start..<flowEnd(from: start))
      } else {
        let end = plainEnd(from: start)
        add(start..<(line.mayBeInFlow ? max(end, flowEnd(from: start)) : end))
        takeBlock(from: start)
      }
    }
  }

  /// Adds the lines that are indented deeper than the key, and the items of a list below it.
  private mutating func takeBlock(from start: Int) {
    var next = nextLine(after: start)
    while next < bytes.count {
      let text = skipSpaces(from: next)
      let isItem = text - next == column && bytes[text...].starts(with: "- ".utf8)
      guard isLineEnd(text) || text - next > column || isItem else { return }
      let end = lineEnd(from: text)
      add(text..<end)
      takeAliases(in: text..<end)
      next = nextLine(after: text)
    }
  }

  private mutating func takeAliases(in range: Range<Int>) {
    for index in range where bytes[index] == UInt8(ascii: "*") {
      aliases.append(bytes[(index + 1)..<max(wordEnd(from: index), index + 1)])
    }
  }

  /// Adds a stretch line by line, without the spaces at the beginning of lines.
  private mutating func add(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end =
        bytes[start..<range.upperBound].firstIndex(where: SecretPlaces.isLineEnd)
        ?? range.upperBound
      if start < end { ranges.append(start..<end) }
      start = end
      while start < range.upperBound, SecretPlaces.isSpace(bytes[start]) { start += 1 }
    }
  }
}

/// How far things go.
extension SecretValue {
  private func isLineEnd(_ index: Int) -> Bool {
    index >= bytes.count || SecretPlaces.isLineEnd(bytes[index])
  }

  private func skipSpaces(from index: Int) -> Int {
    bytes[min(index, bytes.count)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
  }

  private func lineEnd(from index: Int) -> Int {
    bytes[index...].firstIndex(where: SecretPlaces.isLineEnd) ?? bytes.count
  }

  private func nextLine(after index: Int) -> Int {
    let end = lineEnd(from: index)
    let isPair = bytes[end...].starts(with: [0x0D, 0x0A])
    return min(end + (isPair ? 2 : 1), bytes.count)
  }

  private func wordEnd(from index: Int) -> Int {
    bytes[index...].firstIndex {
      SecretPlaces.isSpace($0) || "&;,\"'<>)]}".utf8.contains($0) && $0 != bytes[index]
    } ?? bytes.count
  }

  /// The end of a plain scalar outside of brackets: a comment or the end of the line.
  private func plainEnd(from index: Int) -> Int {
    let end = lineEnd(from: index)
    var place = index
    while place < end, bytes[place] != UInt8(ascii: "#") || !SecretPlaces.isSpace(bytes[place - 1])
    {
      place += 1
    }
    while place > index, SecretPlaces.isSpace(bytes[place - 1]) { place -= 1 }
    return place
  }

  /// The end of the line where text follows the end of a value, which YAML does not allow.
  private func malformedEnd(from index: Int) -> Int {
    let next = skipSpaces(from: index)
    if isLineEnd(next) || ",;&)]}\\\"'".utf8.contains(bytes[next]) { return index }
    if next > index, bytes[next] == UInt8(ascii: "#") { return index }
    return lineEnd(from: next)
  }

  private func flowEnd(from index: Int) -> Int {
    bytes[index...].firstIndex { ",]}".utf8.contains($0) } ?? bytes.count
  }

  private func quotedEnd(from index: Int) -> Int {
    let quote = bytes[index]
    let isDouble = quote == UInt8(ascii: "\"")
    var place = index + 1
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\\"), isDouble {
        place += 2
      } else if bytes[place] != quote {
        place += 1
      } else if !isDouble, bytes[(place + 1)...].first == quote {
        place += 2
      } else {
        return place + 1
      }
    }
    return bytes.count
  }

  private func collectionEnd(from index: Int) -> Int {
    var depth = 0
    var place = index
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): place = quotedEnd(from: place) - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return bytes.count
  }
}
