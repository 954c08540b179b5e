/// What stands within a paragraph: code, emphasis, links, ends of lines.
struct MarkdownInline {
  private let text: [Character]
  private var position = 0
  /// Where the last search for each mark began and ended: no stretch of text is searched twice.
  private var searches: [String: (start: Int, place: Int?)] = [:]

  private init(_ text: some StringProtocol) { self.text = Array(text) }

  static func markup(_ text: Substring) -> Markup {
    var reader = MarkdownInline(text)
    return reader.read(depth: 0)
  }

  private mutating func read(depth: Int) -> Markup {
    var parts: [Markup] = []
    var plain = ""
    func flush(_ plain: inout String, _ parts: inout [Markup]) {
      if !plain.isEmpty { parts.append(Markup(text: plain)) }
      plain = ""
    }
    while position < text.count {
      if let part = special(depth: depth) {
        flush(&plain, &parts)
        parts.append(part)
      } else if text[position] == "\\", position + 1 < text.count,
        text[position + 1].isASCII, text[position + 1].isPunctuation || text[position + 1].isSymbol
      {
        plain.append(text[position + 1])
        position += 2
      } else {
        plain.append(text[position])
        position += 1
      }
    }
    flush(&plain, &parts)
    return Markup(joining: parts)
  }

  private mutating func special(depth: Int) -> Markup? {
    switch text[position] {
    case "`": return code()
    case "*", "_": return emphasis(depth: depth)
    case "!", "[": return link(depth: depth)
    case "\n":
      position += 1
      return Markup("br")
    default: return nil
    }
  }

  private mutating func code() -> Markup? {
    guard let end = find("`", from: position + 1), end > position + 1 else { return nil }
    let content = String(text[(position + 1)..<end])
    position = end + 1
    return Markup("code") { content }
  }

  private mutating func emphasis(depth: Int) -> Markup? {
    let mark = text[position]
    let isStrong = position + 1 < text.count && text[position + 1] == mark
    let marks = String(repeating: mark, count: isStrong ? 2 : 1)
    let start = position + marks.count
    // Names such as `last_update` hold underscores that mean nothing.
    let isInWord = mark == "_" && position > 0 && Self.isWord(text[position - 1])
    guard depth < 3, !isInWord, start < text.count, !text[start].isWhitespace,
      let end = find(marks, from: start + 1), !text[end - 1].isWhitespace
    else { return nil }
    let next = end + marks.count
    if mark == "_", next < text.count, Self.isWord(text[next]) { return nil }
    let inner = nested(start..<end, depth: depth)
    position = next
    return isStrong ? Markup("strong") { inner } : Markup("em") { inner }
  }

  private mutating func link(depth: Int) -> Markup? {
    let isImage = text[position] == "!"
    let open = position + (isImage ? 1 : 0)
    guard depth < 3, open < text.count, text[open] == "[",
      let middle = find("](", from: open + 1), let end = find(")", from: middle + 2),
      let link = PageLink.web(String(text[(middle + 2)..<end]))
    else { return nil }
    let label = nested((open + 1)..<middle, depth: 2)
    position = end + 1
    return .outside(link) { label }
  }

  private func nested(_ range: Range<Int>, depth: Int) -> Markup {
    var inner = MarkdownInline(String(text[range]))
    return inner.read(depth: depth + 1)
  }

  /// The next place of one or two equal or different marks.
  private mutating func find(_ mark: String, from start: Int) -> Int? {
    if let known = searches[mark], known.start <= start, start <= known.place ?? Int.max {
      return known.place
    }
    let marks = Array(mark)
    var place: Int? = start
    while let candidate = place {
      if candidate + marks.count > text.count {
        place = nil
      } else if text[candidate..<(candidate + marks.count)].elementsEqual(marks) {
        break
      } else {
        place = candidate + 1
      }
    }
    searches[mark] = (start, place)
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
