/// Whom a connection reached, and as whom.
public struct PostgresEndpoint: Sendable, Hashable {
  /// `host:port`.
  var hostPort: String
  /// The user that reads.
  var user: String
  /// The user's password; empty when none was needed.
  var password: String
  /// The database.
  var database: String
  /// How the connection is secured, in libpq's words.
  var securityMode: String

  /// Describes an endpoint.
  init(
    hostPort: String, user: String, password: String, database: String,
    securityMode: String = "disable"
  ) {
    self.hostPort = hostPort
    self.user = user
    self.password = password
    self.database = database
    self.securityMode = securityMode
  }
}

extension PostgresEndpoint: CustomStringConvertible, CustomReflectable {
  /// `user@host:port/database`, without the password.
  public var description: String { "\(user)@\(hostPort)/\(database)" }
  /// No children: reflection does not show the password.
  public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
