/// What a query string asks for, in the language of Elasticsearch's `query_string`.
indirect enum SearchQuery: Sendable, Hashable {
  case everything
  case nothing
  /// Words that stand side by side, in one column of the index or any.
  case words(String, column: String?, isPrefix: Bool)
  /// A pattern with `*` and `?` for a name.
  case pattern(String, column: String?)
  /// A member of the document.
  case member(path: String, value: String)
  case all([SearchQuery])
  case any([SearchQuery])
  case not(SearchQuery)

  /// The columns of the index by the names that clients give them.
  private static let columns = [
    "name": "name", "displayName": "displayName", "description": "description",
    "fullyQualifiedName": "fullyQualifiedName", "fqn": "fullyQualifiedName",
    "columnNames": "contents", "column_names": "contents", "columns.name": "contents",
    "mlFeatures.name": "contents", "tags": "tags", "tags.tagFQN": "tags",
  ]

  /// What one word or quoted phrase asks for, with the field before its colon.
  static func leaf(_ text: String, field: String?, isQuoted: Bool) -> SearchQuery {
    var column: String?
    if let field {
      let name = SearchField.withoutSubfield(field)
      column = columns[name]
      if column == nil { return .member(path: name, value: text) }
    }
    if isQuoted { return .words(text, column: column, isPrefix: false) }
    let stars = text.count { $0 == "*" || $0 == "?" }
    if stars == 0 { return .words(text, column: column, isPrefix: false) }
    if text.allSatisfy({ $0 == "*" }) { return .everything }
    if stars == 1, text.hasSuffix("*"), isWord(text.dropLast()) {
      return .words(String(text.dropLast()), column: column, isPrefix: true)
    }
    return .pattern(text, column: column)
  }

  private static func isWord(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber }
  }
}
