import JSONDocuments

/// What a request may do with the data file within its transaction.
struct StoreSession {
  let connection: SQLiteConnection

  init(_ connection: SQLiteConnection) { self.connection = connection }

  /// Makes the tables, or brings those of an earlier version up to date.
  ///
  /// - Throws: 500 for a file that a later version wrote.
  func prepareTables() throws(CatalogFault) {
    let steps = StoreLayout.steps
    let found = Int(try connection.run("PRAGMA user_version").first?.first?.integer ?? 0)
    if found == steps.count { return }
    guard 0..<steps.count ~= found else {
      throw .internalError("the data file was written by another version (layout \(found))")
    }
    for statement in steps[found...].joined() { try connection.run(statement) }
    try connection.run("PRAGMA user_version = \(steps.count)")
  }

  // MARK: Secrets

  func secret(_ name: String, of owner: String) throws(CatalogFault) -> String? {
    try connection.run(
      "SELECT value FROM secrets WHERE owner = ? AND name = ?", [.text(owner), .text(name)]
    ).first?.first?.text
  }

  func secrets(of owner: String) throws(CatalogFault) -> [(name: String, value: String)] {
    try connection.run(
      "SELECT name, value FROM secrets WHERE owner = ? ORDER BY name", [.text(owner)]
    ).map { ($0[0].text, $0[1].text) }
  }

  func setSecret(_ name: String, of owner: String, to value: String?) throws(CatalogFault) {
    if let value {
      try connection.run(
        "INSERT OR REPLACE INTO secrets (owner, name, value) VALUES (?, ?, ?)",
        [.text(owner), .text(name), .text(value)])
    } else {
      try connection.run(
        "DELETE FROM secrets WHERE owner = ? AND name = ?", [.text(owner), .text(name)])
    }
  }
}

extension StoreSession {
  /// Does something whose failure undoes only itself.
  func attempt<Value>(_ body: () throws(CatalogFault) -> Value) throws(CatalogFault) -> Value {
    try connection.run("SAVEPOINT attempt")
    do throws(CatalogFault) {
      let value = try body()
      try connection.run("RELEASE attempt")
      return value
    } catch {
      try connection.run("ROLLBACK TO attempt")
      try connection.run("RELEASE attempt")
      throw error
    }
  }
}
