/// Entities by parts of their names.
extension StoreSession {
  /// Entities that are not deleted and whose name, display name or fully qualified name holds a
  /// text, in the order of what people know them by; an empty text is in all of them.
  func find(_ type: String, naming text: String, limit: Int, offset: Int = 0) throws(CatalogFault)
    -> [EntityRow]
  {
    let rows = try connection.run(
      "SELECT \(EntityRow.columns) FROM entities WHERE \(Self.naming)"
        + " ORDER BY \(StoreLayout.label), name, id LIMIT ? OFFSET ?",
      values(type, text) + [.integer(Int64(limit)), .integer(Int64(offset))])
    var found: [EntityRow] = []
    for row in rows { found.append(try EntityRow(row)) }
    return found
  }

  func count(_ type: String, naming text: String) throws(CatalogFault) -> Int {
    let rows = try connection.run(
      "SELECT count(*) FROM entities WHERE \(Self.naming)", values(type, text))
    return Int(rows.first?.first?.integer ?? 0)
  }

  private static let naming = """
    type = ?1 AND deleted = 0 AND (?2 = '%%' OR fqn LIKE ?2 ESCAPE '\\' \
    OR name LIKE ?2 ESCAPE '\\' OR document ->> 'displayName' LIKE ?2 ESCAPE '\\')
    """

  private func values(_ type: String, _ text: String) -> [SQLiteValue] {
    let plain = text.flatMap { "\\%_".contains($0) ? "\\\($0)" : "\($0)" }
    return [.text(type), .text("%\(String(plain))%")]
  }
}
