/// A query as a condition on the rows `e` of entities and `r` of the index.
extension SearchQuery {
  /// The condition with the values of its placeholders.
  var condition: (text: String, values: [SQLiteValue]) {
    switch self {
    case .everything: return ("1", [])
    case .nothing: return ("0", [])
    case .words(let text, let column, let isPrefix):
      let phrase = Self.phrase(text, column, isPrefix)
      return ("r.number IN (SELECT rowid FROM search WHERE search MATCH ?)", [.text(phrase)])
    case .pattern(let text, let column): return Self.pattern(text, column)
    case .member(let path, let value): return Self.member(path, value)
    case .all(let parts): return Self.joined(parts, " AND ")
    case .any(let parts): return Self.joined(parts, " OR ")
    case .not(let part):
      let condition = part.condition
      return ("NOT \(condition.text)", condition.values)
    }
  }

  /// What ranks an entity: any of the words, as FTS5 writes it; nil when there are none.
  var ranking: String? {
    let phrases = phrases
    return phrases.isEmpty ? nil : phrases.joined(separator: " OR ")
  }

  private var phrases: [String] {
    switch self {
    case .words(let text, let column, let isPrefix): [Self.phrase(text, column, isPrefix)]
    case .all(let parts), .any(let parts): parts.flatMap(\.phrases)
    default: []
    }
  }

  /// A quoted string is one phrase, whatever is in it (FTS5, full-text query syntax).
  private static func phrase(_ text: String, _ column: String?, _ isPrefix: Bool) -> String {
    let quoted = "\"" + text.split(separator: "\"").joined(separator: "\"\"") + "\""
    return (column.map { "\($0) : " } ?? "") + quoted + (isPrefix ? " *" : "")
  }

  private static func joined(
    _ parts: [SearchQuery], _ separator: String
  ) -> (String, [SQLiteValue]) {
    let conditions = parts.map(\.condition)
    return (
      "(" + conditions.map(\.text).joined(separator: separator) + ")",
      conditions.flatMap(\.values)
    )
  }

  private static func pattern(_ text: String, _ column: String?) -> (String, [SQLiteValue]) {
    let like = WildcardPattern.like(text)
    switch column {
    case "fullyQualifiedName" where !text.contains { $0 == "*" || $0 == "?" }:
      // The one look-up that clients make for every table: it has an index.
      return ("e.fqn = ?", [.text(text)])
    case "fullyQualifiedName": return ("e.fqn LIKE ? ESCAPE '\\'", [.text(like)])
    case "name": return ("e.name LIKE ? ESCAPE '\\'", [.text(like)])
    case nil:
      return (
        "(e.name LIKE ?1 ESCAPE '\\' OR e.fqn LIKE ?1 ESCAPE '\\')"
          .split(separator: "?1", omittingEmptySubsequences: false).joined(separator: "?"),
        [.text(like), .text(like)]
      )
    case .some(let column):
      return (
        "r.number IN (SELECT rowid FROM search WHERE \(column) LIKE ? ESCAPE '\\')",
        [.text("%\(like)%")]
      )
    }
  }

  private static func member(_ path: String, _ value: String) -> (String, [SQLiteValue]) {
    if path == "entityType" { return ("e.type = ?", [.text(value)]) }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
    guard isPlain, let first = parts.first, let last = parts.last else { return ("0", []) }
    // A hit would confirm what somebody guessed who may not read it.
    if ConnectionSecrets.isSecret(last) { return ("0", []) }
    if parts.count == 1 {
      // SQLite's truth values are numbers.
      let number = ["true": "1", "false": "0"][value.lowercased()] ?? value
      return (
        """
        (json_type(e.document, ?) NOT IN ('object', 'array')
          AND lower(CAST(e.document ->> ? AS TEXT)) IN (lower(?), ?))
        """,
        [.text("$.\(first)"), .text(first), .text(value), .text(number)]
      )
    }
    if let column = ["name": "name", "fullyQualifiedName": "fqn"][last] {
      return referenced(first, column: column, last, value)
    }
    return (
      "EXISTS (SELECT 1 FROM json_tree(e.document, ?) WHERE key = ? AND lower(atom) = lower(?))",
      [.text("$.\(first)"), .text(last), .text(value)]
    )
  }

  /// Names of what is referred to are not kept with the reference.
  private static func referenced(
    _ member: String, column: String, _ key: String, _ value: String
  ) -> (String, [SQLiteValue]) {
    (
      """
      EXISTS (SELECT 1 FROM json_tree(e.document, ?) t LEFT JOIN entities o ON o.id = t.atom
        WHERE t.key = ? AND lower(t.atom) = lower(?)
          OR t.key = 'id' AND lower(o.\(column)) = lower(?))
      """,
      [.text("$.\(member)"), .text(key), .text(value), .text(value)]
    )
  }
}
