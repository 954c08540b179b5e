/// Why a database cannot be read; no text holds a password.
public enum PostgresSourceError: Error, Sendable, Hashable {
  /// The text is no `postgresql://` address that libpq understands.
  case invalidAddress
  /// There is no connection; the text is the reason that the server or the system gave.
  case cannotConnect(reason: String)
  /// The server refused a query; with its SQLSTATE, or an empty one when the connection is lost.
  case queryFailed(reason: String, state: String)
  /// An answer of the server's catalog does not have the form that is known.
  case unexpectedAnswer(String)
}

extension PostgresSourceError: CustomStringConvertible {
  /// What happened, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .invalidAddress: "the address of the database is no PostgreSQL URL"
    case .cannotConnect(let reason): "cannot connect to the database: \(reason)"
    case .queryFailed(let reason, ""): "the database cannot be read: \(reason)"
    case .queryFailed(let reason, let state):
      "the database cannot be read: \(reason) (SQLSTATE \(state))"
    case .unexpectedAnswer(let what): "the database gave an unexpected answer for \(what)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .invalidAddress:
      "write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with special characters as %XX"
    case .cannotConnect:
      "check host, port, user, password and database name, and that the server is running"
    case .queryFailed(_, ""): "check that the server is still running, and try again"
    case .queryFailed(_, "42501"): "grant the user the right to read the system catalogs"
    case .queryFailed(_, "57014"): "the query took longer than a minute; try again later"
    case .queryFailed, .unexpectedAnswer: "PostgreSQL 10 or later is needed"
    }
  }
}
