/// The index of entities.
extension StoreSession {
  /// All that fits, in order.
  func hits(_ search: IndexSearch) throws(CatalogFault) -> [IndexSearch.Hit] {
    var ranked = "SELECT NULL AS number, 0 AS score WHERE 0"
    var values: [SQLiteValue] = []
    if let ranking = search.ranking {
      // Columns in the order of the table: a hit in the name weighs most.
      ranked = """
        SELECT rowid AS number, CAST(-10000 * bm25(search, 10, 8, 5, 1, 2, 2) AS INTEGER) AS score
        FROM search WHERE search MATCH ?
        """
      values.append(.text(ranking))
    }
    let sort = sortValue(search.order, &values)
    values += search.types.map { .text($0) } + search.condition.values
    var condition = search.condition.text
    if let isDeleted = search.isDeleted {
      condition += " AND e.deleted = ?"
      values.append(.flag(isDeleted))
    }
    if let after = search.after {
      condition += " AND sort \(search.isAscending ? ">" : "<") ?"
      values.append(afterValue(after, search.order))
    }
    let direction = search.isAscending ? "ASC" : "DESC"
    let rows = try connection.run(
      """
      SELECT e.id, coalesce(ranked.score, 10000) AS score, \(sort) AS sort
      FROM entities e JOIN search_rows r ON r.id = e.id LEFT JOIN (\(ranked)) ranked USING (number)
      WHERE e.type IN (\(search.types.map { _ in "?" }.joined(separator: ", ")))
        AND \(condition) ORDER BY sort \(direction), e.fqn, e.type
      """, values)
    return rows.map {
      IndexSearch.Hit(id: $0[0].text, score: $0[1].integer, sortValue: $0[2])
    }
  }

  private func sortValue(_ order: IndexSearch.Order, _ values: inout [SQLiteValue]) -> String {
    switch order {
    case .score: return "coalesce(ranked.score, 10000)"
    case .fullyQualifiedName: return "e.fqn"
    case .name: return "e.name"
    case .member(let name):
      // The placeholders stand before those of the ranking in the statement.
      values.insert(contentsOf: [.text("$.\(name)"), .text(name)], at: 0)
      // Nothing with members of its own, which is never sorted by: a connection holds secrets.
      return """
        CASE WHEN json_type(e.document, ?) NOT IN ('object', 'array') THEN e.document ->> ? END
        """
    }
  }

  /// A number where the order's values are some.
  private func afterValue(_ text: String, _ order: IndexSearch.Order) -> SQLiteValue {
    switch order {
    // A number beyond all scores, or none at all, is as good as 0.
    case .score: .integer(Int64(exactly: ((Double(text) ?? 0) * 10_000).rounded()) ?? 0)
    case .member: Int64(text).map { .integer($0) } ?? .text(text)
    default: .text(text)
    }
  }
}
