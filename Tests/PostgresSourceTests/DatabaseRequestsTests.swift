import FullyQualifiedNames
import JSONDocuments
import TestSupport
import Testing

@testable import PostgresSource

@Suite(
  "Describing a database to OpenMetadata", .serialized, .timeLimit(.minutes(2)),
  .enabled(if: PrivatePostgreSQL.isInstalled, "no PostgreSQL server is installed"))
struct DatabaseRequestsTests {
  /// The golden is what version 1.5 of OpenMetadata's own connector sent for the same script, but
  /// for a column whose name makes the server refuse the connector's whole table.
  @Test("every kind of relation, column and key is described as the official connector does")
  func officialConnector() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.kinds.get().description, service: "demo_pg",
      line: ConnectorLine(version: "1.5.10"))
    let tables = requests.entities.filter { $0.collection == "/v1/tables" }
      .sorted { $0.fullyQualifiedName < $1.fullyQualifiedName }
    try expectGolden(tables.map(Self.text).joined(), "kinds.txt")
    #expect(
      requests.omissions == [
        "column 'x::y>z' of table 'kinds'.'keys' is left out: the server does not allow its name"
      ])
  }

  private static func text(_ request: EntityRequest) -> String {
    var table = request.body.object ?? JSONObject()
    let columns = table["columns"]?.array ?? []
    table["columns"] = nil
    let style = JSONStyle(sortsKeys: true)
    let lines = columns.map { column in
      var column = column.object ?? JSONObject()
      // That connector leaves the column's own name to the server.
      column["fullyQualifiedName"] = nil
      return "  " + JSON.object(column).text(style) + "\n"
    }
    return JSON.object(table).text(style) + "\n" + lines.joined()
  }

  @Test("the service is told only to a server that has none of its name")
  func service() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "my.service",
      line: ConnectorLine(version: "1.5.10"))
    let service = try #require(requests.entities.first)
    #expect(service.isPreliminary)
    #expect(service.fullyQualifiedName == "\"my.service\"")
    let configuration = service.body["connection"]?["config"]
    #expect(configuration?["username"] == "postgres")
    #expect(configuration?["authType"]?["password"]?.string == PrivatePostgreSQL.password)
    #expect(configuration?["database"] == "names")
  }

  @Test("names with quotes are left out, and said so, where the server refuses them")
  func quotesRefused() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s",
      line: ConnectorLine(version: "1.5.10"))
    #expect(
      requests.omissions == [
        "schema 'quo\"ted' is left out: the server does not allow its name",
        "column 'q\"uote' of table 'We.ird Schema'.'Tab.le Ω' is left out: the server does not"
          + " allow its name",
        "table 'We.ird Schema'.'quo\"ted' is left out: the server does not allow its name",
      ])
    let referring = requests.entities.first {
      $0.fullyQualifiedName == "s.names.\"We.ird Schema\".refers_to_quoted"
    }
    #expect(referring?.body["tableConstraints"] == [])
  }

  @Test("names with quotes are told to a server that doubles them, those of tables respelt")
  func quotesDoubled() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s",
      line: ConnectorLine(version: "1.13.0"))
    #expect(requests.omissions == [])
    let names = requests.entities.map(\.fullyQualifiedName)
    #expect(names.contains("s.names.\"quo\"\"ted\""))
    #expect(names.contains("s.names.\"We.ird Schema\".quo__reserved__quote__ted"))
  }

  @Test("what the server 2.0 does not allow in names is respelt in tables, left out in schemas")
  func strictNames() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s",
      line: ConnectorLine(version: "2.0.7"))
    #expect(
      requests.omissions == ["schema 'quo\"ted' is left out: the server does not allow its name"])
    let tables = requests.entities.filter { $0.collection == "/v1/tables" }.map(\.body)
    let table = try #require(tables.first { $0["name"] == "Tab.le Ω" })
    let columns = table["columns"]?.array?.compactMap { $0["name"]?.string } ?? []
    #expect(columns.contains("q__reserved__quote__uote"))
    let referring = try #require(tables.first { $0["name"] == "refers_to_quoted" })
    let key = try #require(referring["tableConstraints"]?.array?.first)
    #expect(
      key["referredColumns"] == ["s.names.\"We.ird Schema\".quo__reserved__quote__ted.id"])
    #expect(key["relationshipType"] == "MANY_TO_ONE")
  }

  @Test("a table comes after those that its keys refer to")
  func order() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s",
      line: ConnectorLine(version: "1.5.10"))
    let names = requests.entities.map { $0.body["name"]?.string ?? "" }
    let parent = try #require(names.firstIndex(of: "Tab.le Ω"))
    #expect(try #require(names.firstIndex(of: "a_child")) > parent)
  }

  @Test("of tables in a circle one comes twice, first without the key that closes it")
  func circle() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s",
      line: ConnectorLine(version: "1.5.10"))
    let circle = requests.entities.filter { $0.fullyQualifiedName.contains("circle") }
    #expect(
      circle.map(\.body).compactMap { $0["name"]?.string }
        == ["circle_one", "circle_two", "circle_one"])
    #expect(circle.map(\.isPreliminary) == [true, false, false])
    #expect(circle.map { $0.body["tableConstraints"]?.array?.count } == [0, 1, 1])
  }
}
