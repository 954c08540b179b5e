import FullyQualifiedNames
import JSONDocuments
import TestSupport
import Testing

@testable import PostgresSource

@Suite(
  "Describing a database to OpenMetadata", .serialized, .timeLimit(.minutes(2)),
  .enabled(if: PrivatePostgreSQL.isInstalled, "no PostgreSQL server is installed"))
struct DatabaseRequestsTests {
  /// The golden is what version 1.5 of OpenMetadata's own connector sent for the same script.
  @Test("every kind of relation, column and key is described as the official connector does")
  func officialConnector() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.kinds.get().description, service: "demo_pg", quoting: .rejectsQuotes)
    let tables = requests.entities.filter { $0.collection == "/v1/tables" }
      .sorted { $0.fullyQualifiedName < $1.fullyQualifiedName }
    try expectGolden(tables.map(Self.text).joined(), "kinds.txt")
    #expect(requests.omissions == [])
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
      for: try ReadDatabase.names.get().description, service: "my.service", quoting: .rejectsQuotes)
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
      for: try ReadDatabase.names.get().description, service: "s", quoting: .rejectsQuotes)
    #expect(
      requests.omissions == [
        "schema 'quo\"ted' is left out: the name 'quo\"ted' has a quote in it",
        "column 'q\"uote' of table 'We.ird Schema'.'Tab.le Ω' is left out: the server does not"
          + " allow its name",
        "table 'We.ird Schema'.'quo\"ted' is left out: the name 'quo\"ted' has a quote in it",
      ])
    let referring = requests.entities.first {
      $0.fullyQualifiedName == "s.names.\"We.ird Schema\".refers_to_quoted"
    }
    #expect(referring?.body["tableConstraints"] == [])
  }

  @Test("names with quotes are told to a server that doubles them")
  func quotesDoubled() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s", quoting: .doublesQuotes)
    #expect(requests.omissions == [])
    let names = requests.entities.map(\.fullyQualifiedName)
    #expect(names.contains("s.names.\"We.ird Schema\".\"quo\"\"ted\""))
  }

  @Test("a table comes after those that its keys refer to")
  func order() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s", quoting: .rejectsQuotes)
    let names = requests.entities.map { $0.body["name"]?.string ?? "" }
    let parent = try #require(names.firstIndex(of: "Tab.le Ω"))
    #expect(try #require(names.firstIndex(of: "a_child")) > parent)
  }

  @Test("of tables in a circle one comes twice, first without the key that closes it")
  func circle() throws {
    let requests = try DatabaseRequests(
      for: try ReadDatabase.names.get().description, service: "s", quoting: .rejectsQuotes)
    let circle = requests.entities.filter { $0.fullyQualifiedName.contains("circle") }
    #expect(
      circle.map(\.body).compactMap { $0["name"]?.string }
        == ["circle_one", "circle_two", "circle_one"])
    #expect(circle.map(\.isPreliminary) == [true, false, false])
    #expect(circle.map { $0.body["tableConstraints"]?.array?.count } == [0, 1, 1])
  }
}
