import Synchronization

/// One state of the data file, however the catalog changes afterwards.
final class StoreSnapshot: Sendable {
  private let connection: Mutex<SQLiteConnection>

  /// Holds the state of now until the last reference goes.
  init(path: String) throws(CatalogFault) {
    let connection = try SQLiteConnection(path: path)
    try connection.run("BEGIN")
    // A transaction sees the state at its first read, not at its beginning (SQLite, isolation).
    try connection.run("SELECT count(*) FROM entities")
    self.connection = Mutex(connection)
  }

  func read<Value: Sendable>(
    _ body: @Sendable (StoreSession) throws(CatalogFault) -> Value
  ) throws(CatalogFault) -> Value {
    try connection.withLock { (connection) throws(CatalogFault) in
      try body(StoreSession(connection))
    }
  }
}
