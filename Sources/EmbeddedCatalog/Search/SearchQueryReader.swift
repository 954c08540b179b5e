/// Reads query strings; whatever is no syntax is a word, so that no text is an error.
///
/// Between words stands `OR` unless `AND` or `OR` does, as in OpenMetadata's queries.
struct SearchQueryReader {
  private enum Token {
    case open, close, and, or, not
    case leaf(SearchQuery)
  }

  /// More than people type; each is a look-up of its own.
  private static let maximumLeaves = 64

  private var tokens: ArraySlice<Token>

  /// The query of a text; nothing or a star means everything.
  static func query(_ text: String) -> SearchQuery {
    var reader = SearchQueryReader(tokens: tokens(text)[...])
    var parts: [SearchQuery] = []
    while !reader.tokens.isEmpty {
      if let part = reader.disjunction(depth: 0) { parts.append(part) }
      // A parenthesis that closes nothing.
      _ = reader.tokens.popFirst()
    }
    if parts.isEmpty { return .everything }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private init(tokens: ArraySlice<Token>) { self.tokens = tokens }

  // MARK: Structure

  private mutating func disjunction(depth: Int) -> SearchQuery? {
    var parts: [SearchQuery] = []
    while let token = tokens.first {
      if case .close = token { break }
      if case .or = token {
        tokens.removeFirst()
        continue
      }
      if let part = conjunction(depth: depth) { parts.append(part) }
    }
    return parts.count > 1 ? .any(parts) : parts.first
  }

  private mutating func conjunction(depth: Int) -> SearchQuery? {
    var parts: [SearchQuery] = []
    while true {
      if let part = factor(depth: depth) { parts.append(part) }
      guard case .and? = tokens.first else { break }
      tokens.removeFirst()
    }
    return parts.count > 1 ? .all(parts) : parts.first
  }

  private mutating func factor(depth: Int) -> SearchQuery? {
    var isNegated = false
    while case .not? = tokens.first {
      tokens.removeFirst()
      isNegated.toggle()
    }
    let part: SearchQuery?
    switch tokens.first {
    case .leaf(let leaf):
      tokens.removeFirst()
      part = leaf
    case .open:
      tokens.removeFirst()
      // Deeper ones no longer group: SQLite's parser has room for a hundred open ends.
      part = depth < 12 ? disjunction(depth: depth + 1) : nil
      if case .close? = tokens.first { tokens.removeFirst() }
    default: part = nil
    }
    return isNegated ? part.map { .not($0) } : part
  }

  // MARK: Words

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var leaves = 0
    var rest = Array(text)[...]
    while let first = rest.first {
      switch first {
      case _ where first.isWhitespace: rest.removeFirst()
      case "(":
        tokens.append(.open)
        rest.removeFirst()
      case ")":
        tokens.append(.close)
        rest.removeFirst()
      case "-" where !(rest.dropFirst().first?.isWhitespace ?? true), "!":
        tokens.append(.not)
        rest.removeFirst()
      case "+": rest.removeFirst()
      default:
        let token = word(&rest)
        if case .leaf = token { leaves += 1 }
        if leaves <= maximumLeaves { tokens.append(token) }
      }
    }
    return tokens
  }

  private static func word(_ rest: inout ArraySlice<Character>) -> Token {
    var field: String?
    var text = ""
    while let first = rest.first, !first.isWhitespace, first != "(", first != ")" {
      rest.removeFirst()
      switch first {
      case "\\": if let escaped = rest.popFirst() { text.append(escaped) }
      case ":" where field == nil && !text.isEmpty:
        field = text
        text = ""
      case "\"" where text.isEmpty:
        return .leaf(.leaf(quoted(&rest), field: field, isQuoted: true))
      default: text.append(first)
      }
    }
    switch (field, text) {
    case (nil, "AND"), (nil, "&&"): return .and
    case (nil, "OR"), (nil, "||"): return .or
    case (nil, "NOT"): return .not
    default: return .leaf(.leaf(text, field: field, isQuoted: false))
    }
  }

  private static func quoted(_ rest: inout ArraySlice<Character>) -> String {
    var text = ""
    while let next = rest.popFirst(), next != "\"" {
      if next == "\\", let escaped = rest.popFirst() {
        text.append(escaped)
      } else {
        text.append(next)
      }
    }
    return text
  }
}
