import TestSupport
import Testing

@testable import PostgresSource

@Suite("Connecting to a database", .timeLimit(.minutes(2)))
struct ConnectionTests {
  @Test(
    "a text that is no PostgreSQL URL is refused without being repeated",
    arguments: [
      "", "postgres", "host=127.0.0.1 password=hunter2", "http://u:hunter2@127.0.0.1/x",
      "postgresql://u:hunter2@[::1/x", "postgresql://u:hunter2@h/x?nonsense=1",
      "postgresql://u:hunter2%zz@h/x", "postgresql://u:hunter2@h/x\0",
    ])
  func invalidAddress(text: String) {
    let error = #expect(throws: PostgresSourceError.invalidAddress) {
      _ = try PostgresAddress(parsing: text)
    }
    #expect(error.map { "\($0) \($0.remedy)" }?.contains("hunter2") == false)
  }

  @Test("a server that is not there is an error with the system's reason")
  func refused() throws {
    let address = try PostgresAddress(parsing: "postgresql://u:hunter2@127.0.0.1:1/x")
    let error = #expect(throws: PostgresSourceError.self) { try PostgresReader(address).read() }
    let text = error.map { "\($0)" } ?? ""
    #expect(text.contains("Connection refused"))
    #expect(!text.contains("hunter2"))
  }

  @Test(
    "a wrong password is an error that does not show it",
    .enabled(if: PrivatePostgreSQL.isInstalled, "no PostgreSQL server is installed"))
  func wrongPassword() throws {
    let url = try PrivatePostgreSQL.shared.get().url(password: "hunter2", database: "postgres")
    let reader = PostgresReader(try PostgresAddress(parsing: url))
    let error = #expect(throws: PostgresSourceError.self) { try reader.read() }
    let text = error.map { "\($0)" } ?? ""
    #expect(text.contains("password authentication failed for user \"postgres\""))
    #expect(!text.contains("hunter2"))
  }

  @Test("a password is left out where it stands by itself, and no word suffers from a short one")
  func redacting() throws {
    let address = try PostgresAddress(parsing: "postgresql://u:e@127.0.0.1:1/x")
    #expect(
      address.redacting("connection to e@server, 'e'")
        == "connection to <redacted>@server, '<redacted>'")
  }

  @Test("a printed or dumped endpoint does not show its password")
  func endpoint() {
    let endpoint = PostgresEndpoint(
      hostPort: "127.0.0.1:1", user: "u", password: "hunter2", database: "d")
    var dumped = ""
    dump(endpoint, to: &dumped)
    #expect("\(endpoint)" == "u@127.0.0.1:1/d")
    #expect(!dumped.contains("hunter2"))
    #expect(!String(reflecting: endpoint).contains("hunter2"))
  }
}
