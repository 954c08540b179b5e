import FoundationEssentials
import Synchronization

/// The data file: one writer, a few readers, one transaction for each request.
final class CatalogStore: Sendable {
  /// A connection one thread at a time may use; boxed because arrays hold no mutexes.
  private final class Lane: Sendable {
    let connection: Mutex<SQLiteConnection>

    init(path: String) throws(CatalogFault) {
      connection = Mutex(try SQLiteConnection(path: path))
    }
  }

  /// A number that is another one after each change of the data file, whoever makes it.
  typealias State = Int64

  private let writer: Lane
  private let readers: [Lane]
  /// Only reads which state the file is in: the number is comparable on one connection alone, and is
  /// not raised by what that connection writes itself (SQLite, PRAGMA data_version).
  private let observer: Lane
  private let turn = Atomic<Int>(0)
  private let path: String
  /// The folder that goes with the store; nil for a file that stays.
  let temporaryFolder: String?

  /// Opens or makes the file; `:memory:` is a file that is removed at the end.
  init(path: String, readers count: Int = 4) throws(CatalogFault) {
    var file = path
    temporaryFolder = path == ":memory:" ? try Self.makeFolder() : nil
    if let temporaryFolder { file = temporaryFolder + "/catalog.db" }
    self.path = file
    try Self.makePrivate(file)
    writer = try Lane(path: file)
    var readers: [Lane] = []
    for _ in 0..<count { readers.append(try Lane(path: file)) }
    self.readers = readers
    observer = try Lane(path: file)
    try write { (session) throws(CatalogFault) in try session.prepareTables() }
  }

  deinit { removeTemporaryFiles() }

  /// Removes what was to be kept in memory only; no request may follow.
  func removeTemporaryFiles() {
    if let temporaryFolder { try? FileManager.default.removeItem(atPath: temporaryFolder) }
  }

  /// The state of now, to be read later.
  func snapshot() throws(CatalogFault) -> StoreSnapshot { try StoreSnapshot(path: path) }

  /// Which state the catalog is in.
  func state() throws(CatalogFault) -> State {
    try observer.connection.withLock { (connection) throws(CatalogFault) in
      try connection.run("PRAGMA data_version").first?.first?.integer ?? 0
    }
  }

  /// Reads one state of the catalog.
  func read<Value: Sendable>(
    _ body: @Sendable (StoreSession) throws(CatalogFault) -> Value
  ) throws(CatalogFault) -> Value {
    let first = turn.wrappingAdd(1, ordering: .relaxed).newValue
    for offset in readers.indices {
      let lane = readers[abs((first &+ offset) % readers.count)]
      let value = try lane.connection.withLockIfAvailable { (connection) throws(CatalogFault) in
        try Self.transaction(on: connection, "BEGIN", body)
      }
      if let value { return value }
    }
    return try readers[abs(first % readers.count)].connection.withLock {
      (connection) throws(CatalogFault) in
      try Self.transaction(on: connection, "BEGIN", body)
    }
  }

  /// Changes the catalog; a fault undoes everything.
  func write<Value: Sendable>(
    _ body: @Sendable (StoreSession) throws(CatalogFault) -> Value
  ) throws(CatalogFault) -> Value {
    try writer.connection.withLock { (connection) throws(CatalogFault) in
      try Self.transaction(on: connection, "BEGIN IMMEDIATE", body)
    }
  }

  private static func transaction<Value: Sendable>(
    on connection: SQLiteConnection, _ begin: String,
    _ body: @Sendable (StoreSession) throws(CatalogFault) -> Value
  ) throws(CatalogFault) -> Value {
    try connection.run(begin)
    do throws(CatalogFault) {
      let value = try body(StoreSession(connection))
      try connection.run("COMMIT")
      return value
    } catch {
      _ = try? connection.run("ROLLBACK")
      throw error
    }
  }

  private static func makeFolder() throws(CatalogFault) -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/mlcatalog-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .internalError("cannot make \(folder): \(error)") }
    return folder
  }

  /// The file holds keys and tokens: nobody else may read it.
  private static func makePrivate(_ file: String) throws(CatalogFault) {
    if FileManager.default.fileExists(atPath: file) { return }
    let made = FileManager.default.createFile(
      atPath: file, contents: nil, attributes: [.posixPermissions: 0o600])
    if !made { throw .internalError("cannot make the file \(file)") }
  }
}
