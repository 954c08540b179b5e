/// Entities by parts of their names.
extension StoreSession {
  /// Entities of some types that are not deleted and whose name, display name or fully qualified
  /// name holds a text, in the order of what people know them by; an empty text is in all of them.
  func find(_ types: [String], naming text: String, limit: Int, offset: Int = 0)
    throws(CatalogFault) -> [EntityRow]
  {
    let rows = try connection.run(
      "SELECT \(EntityRow.columns) FROM entities WHERE \(naming(types))"
        + " ORDER BY \(StoreLayout.label), name, id LIMIT ? OFFSET ?",
      values(types, text) + [.integer(Int64(limit)), .integer(Int64(offset))])
    var found: [EntityRow] = []
    for row in rows { found.append(try EntityRow(row)) }
    return found
  }

  func count(_ types: [String], naming text: String) throws(CatalogFault) -> Int {
    let rows = try connection.run(
      "SELECT count(*) FROM entities WHERE \(naming(types))", values(types, text))
    return Int(rows.first?.first?.integer ?? 0)
  }

  /// The types come after the text, so that one of them alone is an equality that an index serves.
  private func naming(_ types: [String]) -> String {
    let ofTypes = types.indices.map { "type = ?\($0 + 2)" }.joined(separator: " OR ")
    return """
      (\(ofTypes)) AND deleted = 0 AND (?1 = '%%' OR fqn LIKE ?1 ESCAPE '\\' \
      OR name LIKE ?1 ESCAPE '\\' OR document ->> 'displayName' LIKE ?1 ESCAPE '\\')
      """
  }

  private func values(_ types: [String], _ text: String) -> [SQLiteValue] {
    let plain = text.flatMap { "\\%_".contains($0) ? "\\\($0)" : "\($0)" }
    return [.text("%\(String(plain))%")] + types.map { .text($0) }
  }
}
