import JSONDocuments

/// Who contains whom, and what feeds what.
extension StoreSession {
  /// How two entities are related.
  enum Relation: String {
    /// A container and what is in it.
    case contains
    /// Data flows from the source to the target.
    case upstream
  }

  func relate(
    _ source: String, _ relation: Relation, _ target: String, detail: JSON? = nil
  ) throws(CatalogFault) {
    try connection.run(
      "INSERT OR REPLACE INTO relationships (source, target, relation, detail) VALUES (?, ?, ?, ?)",
      [
        .text(source), .text(target), .text(relation.rawValue), .optional(detail.map { $0.text() }),
      ])
  }

  /// Whether there was such a relationship.
  func separate(
    _ source: String, _ relation: Relation, _ target: String
  ) throws(CatalogFault) -> Bool {
    let removed = try connection.run(
      "DELETE FROM relationships WHERE source = ? AND relation = ? AND target = ? RETURNING 1",
      [.text(source), .text(relation.rawValue), .text(target)])
    return !removed.isEmpty
  }

  func relationship(
    _ source: String, _ relation: Relation, _ target: String
  ) throws(CatalogFault) -> Relationship? {
    try relationships(
      "source = ? AND relation = ? AND target = ?", [source, relation.rawValue, target]
    )
    .first
  }

  func outgoing(_ relation: Relation, of id: String) throws(CatalogFault) -> [Relationship] {
    try relationships("source = ? AND relation = ?", [id, relation.rawValue])
  }

  func incoming(_ relation: Relation, of id: String) throws(CatalogFault) -> [Relationship] {
    try relationships("target = ? AND relation = ?", [id, relation.rawValue])
  }

  private func relationships(
    _ condition: String, _ values: [String]
  ) throws(CatalogFault) -> [Relationship] {
    let rows = try connection.run(
      "SELECT source, target, detail FROM relationships WHERE \(condition) ORDER BY rowid",
      values.map { .text($0) })
    var found: [Relationship] = []
    for row in rows {
      var detail: JSON?
      if let text = row[2].optionalText { detail = try JSON(stored: text) }
      found.append(Relationship(source: row[0].text, target: row[1].text, detail: detail))
    }
    return found
  }
}
