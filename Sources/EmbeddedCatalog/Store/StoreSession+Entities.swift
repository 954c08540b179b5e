import JSONDocuments

/// Entities and their earlier versions.
extension StoreSession {
  func entity(_ type: String, id: String) throws(CatalogFault) -> EntityRow? {
    try first(
      "SELECT \(EntityRow.columns) FROM entities WHERE id = ? AND type = ?",
      [.text(id), .text(type)])
  }

  func entity(_ type: String, named name: String) throws(CatalogFault) -> EntityRow? {
    try first(
      "SELECT \(EntityRow.columns) FROM entities WHERE type = ? AND fqn = ?",
      [.text(type), .text(name)])
  }

  func entity(id: String) throws(CatalogFault) -> EntityRow? {
    try first("SELECT \(EntityRow.columns) FROM entities WHERE id = ?", [.text(id)])
  }

  /// The entities of a type whose documents have a member, deleted ones too.
  func entities(_ type: String, with member: String) throws(CatalogFault) -> [EntityRow] {
    let rows = try connection.run(
      "SELECT \(EntityRow.columns) FROM entities WHERE type = ? AND document -> ? IS NOT NULL",
      [.text(type), .text(member)])
    var found: [EntityRow] = []
    for row in rows { found.append(try EntityRow(row)) }
    return found
  }

  func insert(_ row: EntityRow) throws(CatalogFault) {
    try connection.run(
      "INSERT INTO entities (\(EntityRow.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)", row.values)
  }

  func update(_ row: EntityRow) throws(CatalogFault) {
    try connection.run(
      "UPDATE entities SET deleted = ?, patched = ?, document = ? WHERE id = ?",
      [
        .flag(row.isDeleted), .flag(row.isPatched), .text(JSON.object(row.document).text()),
        .text(row.id),
      ])
  }

  /// Removes an entity with its versions, relationships and secrets.
  func remove(_ id: String) throws(CatalogFault) {
    try connection.run("DELETE FROM entities WHERE id = ?", [.text(id)])
    try connection.run("DELETE FROM versions WHERE id = ?", [.text(id)])
    try connection.run("DELETE FROM secrets WHERE owner = ?", [.text(id)])
    try connection.run(
      "DELETE FROM relationships WHERE source = ?1 OR target = ?1", [.text(id)])
  }

  private func first(_ text: String, _ values: [SQLiteValue]) throws(CatalogFault) -> EntityRow? {
    guard let row = try connection.run(text, values).first else { return nil }
    return try EntityRow(row)
  }

  // MARK: Versions

  func addVersion(_ version: EntityVersion, of row: EntityRow) throws(CatalogFault) {
    try connection.run(
      "INSERT OR REPLACE INTO versions (id, version, document) VALUES (?, ?, ?)",
      [.text(row.id), .integer(version.tenths), .text(JSON.object(row.document).text())])
  }

  func removeVersion(_ version: EntityVersion, of id: String) throws(CatalogFault) {
    try connection.run(
      "DELETE FROM versions WHERE id = ? AND version = ?", [.text(id), .integer(version.tenths)])
  }

  func version(_ version: EntityVersion, of id: String) throws(CatalogFault) -> JSONObject? {
    let rows = try connection.run(
      "SELECT document FROM versions WHERE id = ? AND version = ?",
      [.text(id), .integer(version.tenths)])
    guard let text = rows.first?.first?.text else { return nil }
    return try JSON(stored: text).object
  }

  /// Newest first; without a limit all of them.
  func versions(of id: String, limit: Int? = nil, offset: Int = 0) throws(CatalogFault)
    -> [JSONObject]
  {
    let rows = try connection.run(
      "SELECT document FROM versions WHERE id = ? ORDER BY version DESC LIMIT ? OFFSET ?",
      [.text(id), .integer(Int64(limit ?? -1)), .integer(Int64(offset))])
    var documents: [JSONObject] = []
    for row in rows {
      if let document = try JSON(stored: row[0].text).object { documents.append(document) }
    }
    return documents
  }

  /// How many versions there were before the current one.
  func countVersions(of id: String) throws(CatalogFault) -> Int {
    let rows = try connection.run("SELECT count(*) FROM versions WHERE id = ?", [.text(id)])
    return Int(rows.first?.first?.integer ?? 0)
  }
}
