import Foundation
import Glibc

/// A PostgreSQL server of the tests' own: loopback only, a free port, no socket file, a password.
///
/// It ends, and its folder goes, when the process that started it ends, in whatever way.
public final class PrivatePostgreSQL: Sendable {
  /// The one server of this process; starting it takes a few seconds.
  public static let shared = Result { try PrivatePostgreSQL() }

  /// Whether the server's programs are on this machine.
  public static var isInstalled: Bool { PostgreSQLPrograms.installed != nil }

  /// The password of the superuser `postgres`, with characters that a URL must encode.
  public static let password = "p@ss/w:rd%"

  /// The port on 127.0.0.1.
  public let port: UInt16
  private let programs: PostgreSQLPrograms
  /// The server ends when nobody holds the writing end any more.
  private let lifeline = Pipe()

  private init() throws {
    guard let programs = PostgreSQLPrograms.installed else {
      throw PrivatePostgreSQLError("PostgreSQL is not installed")
    }
    self.programs = programs
    port = try FreePort.find()
    // A process that another test starts must not hold the server.
    _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let folder = "/tmp/private-postgresql-\(UUID().uuidString.prefix(8))"
    try programs.makeData(in: folder, password: Self.password)
    try programs.start(in: folder, port: port, until: lifeline.fileHandleForReading)
  }

  /// Makes a new database and runs a script in it.
  ///
  /// - Returns: The URL of the database, for the superuser.
  public func makeDatabase(_ name: String, script: String = "") throws -> String {
    try run("DROP DATABASE IF EXISTS \"\(name)\"", in: "postgres")
    try run("CREATE DATABASE \"\(name)\"", in: "postgres")
    try run(script, in: name)
    return url(database: name)
  }

  /// Runs statements as the superuser.
  public func run(_ script: String, in database: String) throws {
    try programs.run(script, port: port, database: database, password: Self.password)
  }

  /// The URL of a database.
  public func url(
    user: String = "postgres", password: String = PrivatePostgreSQL.password, database: String
  ) -> String {
    func encoded(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
    return "postgresql://\(encoded(user)):\(encoded(password))@127.0.0.1:\(port)"
      + "/\(encoded(database))"
  }
}
