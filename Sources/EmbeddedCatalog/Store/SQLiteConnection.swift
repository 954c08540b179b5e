import CSQLite

/// One connection with its prepared statements; not for two threads at once.
final class SQLiteConnection {
  /// More statements than the catalog itself has; those of searches are as many as people think of.
  static let maximumStatements = 500

  private let handle: OpaquePointer
  private(set) var statements: [String: OpaquePointer] = [:]

  init(path: String) throws(CatalogFault) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw .internalError("cannot open \(path): \(String(cString: sqlite3_errstr(code)))")
    }
    handle = opened
    sqlite3_busy_timeout(handle, 5000)
    // A process killed at any moment loses nothing in this mode; only a power cut could.
    for pragma in ["journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"] {
      try run("PRAGMA \(pragma)")
    }
  }

  deinit {
    forgetStatements()
    sqlite3_close_v2(handle)
  }

  /// Runs one statement and collects its rows.
  @discardableResult
  func run(_ text: String, _ values: [SQLiteValue] = []) throws(CatalogFault) -> [[SQLiteValue]] {
    let statement = try prepared(text)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() { bind(value, to: statement, at: Int32(index + 1)) }
    var rows: [[SQLiteValue]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(statement)).map { column($0, of: statement) })
      case SQLITE_DONE: return rows
      case let code: throw fault(code)
      }
    }
  }

  private func prepared(_ text: String) throws(CatalogFault) -> OpaquePointer {
    if let statement = statements[text] { return statement }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw fault(code) }
    if statements.count == Self.maximumStatements { forgetStatements() }
    statements[text] = statement
    return statement
  }

  private func forgetStatements() {
    for statement in statements.values { sqlite3_finalize(statement) }
    statements = [:]
  }

  private func bind(_ value: SQLiteValue, to statement: OpaquePointer, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .text(let text):
      // The macro SQLITE_TRANSIENT: SQLite copies the text before the call returns.
      let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      var copy = text
      copy.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          _ = sqlite3_bind_text64(
            statement, index, characters.baseAddress, UInt64(characters.count), transient,
            UInt8(SQLITE_UTF8))
        }
      }
      if text.isEmpty { sqlite3_bind_text(statement, index, "", 0, transient) }
    }
  }

  private func column(_ index: Int32, of statement: OpaquePointer) -> SQLiteValue {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
    case SQLITE_TEXT:
      guard let bytes = sqlite3_column_text(statement, index) else { return .null }
      let count = Int(sqlite3_column_bytes(statement, index))
      return .text(
        String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    default: return .null
    }
  }

  private func fault(_ code: Int32) -> CatalogFault {
    let message = String(cString: sqlite3_errmsg(handle))
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return CatalogFault(503, "Lock wait timeout: \(message)", headers: ["Retry-After": "1"])
    case SQLITE_CONSTRAINT: return CatalogFault(409, "Entity already exists")
    default: return .internalError("the data file: \(message)")
    }
  }
}
