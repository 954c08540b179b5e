import CPostgreSQL

/// One connection to a database, used from one task at a time.
final class PostgresConnection {
  private let handle: OpaquePointer
  private let address: PostgresAddress

  /// PG_DIAG_MESSAGE_PRIMARY and PG_DIAG_SQLSTATE, macros of characters that Swift does not import.
  private static let primaryMessage = Int32(UInt8(ascii: "M"))
  private static let errorCode = Int32(UInt8(ascii: "C"))

  /// Connects; gives up after ten seconds a host unless the URL says otherwise.
  init(to address: PostgresAddress) throws(PostgresSourceError) {
    // A value of the URL replaces one that stands before it, and not one that stands after it.
    let settings = [
      ("connect_timeout", "10"), ("fallback_application_name", "mlcatalog-playground"),
      ("dbname", address.url), ("client_encoding", "UTF8"),
    ]
    let opened = Self.withTexts(settings.map(\.0) + [nil]) { names in
      Self.withTexts(settings.map(\.1) + [nil]) { values in PQconnectdbParams(names, values, 1) }
    }
    guard let opened else { throw .cannotConnect(reason: "not enough memory") }
    guard PQstatus(opened) == CONNECTION_OK else {
      let reason = Self.sentence(PQerrorMessage(opened))
      PQfinish(opened)
      throw .cannotConnect(reason: address.redacting(reason))
    }
    handle = opened
    self.address = address
  }

  deinit { PQfinish(handle) }

  /// Whom the connection reached, and as whom.
  var endpoint: PostgresEndpoint {
    let host = Self.text(PQhost(handle))
    let port = Self.text(PQport(handle))
    return PostgresEndpoint(
      hostPort: "\(host.contains(":") ? "[\(host)]" : host):\(port)",
      user: Self.text(PQuser(handle)), password: Self.text(PQpass(handle)),
      database: Self.text(PQdb(handle)), securityMode: address.securityMode ?? "disable")
  }

  /// Runs a statement and gives the rows as text; nil is NULL.
  ///
  /// - Throws: ``PostgresSourceError/queryFailed(reason:state:)``.
  @discardableResult
  func rows(_ statement: String) throws(PostgresSourceError) -> [[String?]] {
    let result = PQexecParams(handle, statement, 0, nil, nil, nil, nil, 0)
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
      let primary = PQresultErrorField(result, Self.primaryMessage)
      let state = PQresultErrorField(result, Self.errorCode)
      throw .queryFailed(
        reason: address.redacting(Self.sentence(primary ?? PQerrorMessage(handle))),
        state: Self.text(state))
    }
    return (0..<PQntuples(result)).map { row in
      (0..<PQnfields(result)).map { column in
        PQgetisnull(result, row, column) == 1 ? nil : Self.text(PQgetvalue(result, row, column))
      }
    }
  }

  private static func text(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// A message of libpq on one line.
  private static func sentence(_ message: UnsafePointer<CChar>?) -> String {
    text(message).split(whereSeparator: \.isNewline).joined(separator: "; ")
  }

  private static func withTexts<Result>(
    _ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    var pointers: [UnsafePointer<CChar>?] = []
    func add(_ rest: ArraySlice<String?>) -> Result {
      guard let first = rest.first else { return body(pointers) }
      guard let first else {
        pointers.append(nil)
        return add(rest.dropFirst())
      }
      return first.withCString { text in
        pointers.append(text)
        return add(rest.dropFirst())
      }
    }
    return add(texts[...])
  }
}
