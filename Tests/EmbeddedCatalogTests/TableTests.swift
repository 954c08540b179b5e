import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Tables and what holds them")
struct TableTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  private func number(_ text: String) -> JSON { .number(JSONNumber(lexeme: text)) }

  private func put(
    _ columns: JSON, token: String? = nil
  ) throws -> CatalogUnderTest.Reply {
    try catalog.send(
      "PUT", "tables",
      ["name": "orders", "databaseSchema": "shop.db.public", "columns": columns], token: token)
  }

  @Test("a table knows its schema, database and service; names with dots are quoted")
  func place() throws {
    try catalog.table()
    let reply = try put([["name": "a.b", "dataType": "INT"]])
    #expect(
      reply["columns"]?.array?.first?["fullyQualifiedName"] == "shop.db.public.orders.\"a.b\"")
    #expect(reply["databaseSchema"]?["fullyQualifiedName"] == "shop.db.public")
    #expect(reply["database"]?["fullyQualifiedName"] == "shop.db")
    #expect(reply["service"]?["fullyQualifiedName"] == "shop")
    #expect(reply["serviceType"] == "Postgres")
  }

  @Test("columns within columns have names that go on")
  func nested() throws {
    try catalog.table()
    let reply = try put([
      [
        "name": "s", "dataType": "STRUCT",
        "children": [["name": "inner", "dataType": "INT"]],
      ]
    ])
    #expect(
      reply["columns"]?.array?.first?["children"]?.array?.first?["fullyQualifiedName"]
        == "shop.db.public.orders.s.inner")
  }

  @Test("a new column is a small change, one that goes or gets another type a large one")
  func columns() throws {
    try catalog.table()
    let a: JSON = ["name": "id", "dataType": "INT"]
    #expect(try put([a])["version"] == number("1.1"))
    let more = try put([a, ["name": "b", "dataType": "INT"]])
    #expect(more["version"] == number("1.2"))
    #expect(more["changeDescription"]?["fieldsAdded"]?.array?.first?["name"] == "columns")
    let retyped = try put([a, ["name": "b", "dataType": "TEXT"]])
    #expect(retyped["version"] == number("2.2"))
  }

  @Test("a bot's PUT keeps the description of a column, a person's deletes it")
  func columnDescription() throws {
    try catalog.table()
    let bot = try catalog.ingestionBot()
    let bare: JSON = [["name": "id", "dataType": "INT"]]
    _ = try put([["name": "id", "dataType": "INT", "description": "D0"]])
    let kept = try put([["name": "id", "dataType": "INT", "description": "D1"]], token: bot)
    #expect(kept["columns"]?.array?.first?["description"] == "D0")
    let gone = try put(bare)
    #expect(gone["columns"]?.array?.first?["description"] == nil)
    #expect(
      gone["changeDescription"]?["fieldsDeleted"]?.array?.first?["name"]
        == "columns.id.description")
  }

  @Test("two columns of one name are refused")
  func repeated() throws {
    try catalog.table()
    let reply = try put([["name": "a", "dataType": "INT"], ["name": "a", "dataType": "TEXT"]])
    #expect(reply.status == 400)
    #expect(reply.message == "Column name a is repeated")
  }

  @Test("what only a response may hold is dropped from a column, as the server ignores it")
  func unknownColumnMember() throws {
    try catalog.table()
    let reply = try put([["name": "a", "dataType": "INT", "colour": "red"]])
    #expect(reply.status == 200)
    #expect(reply["columns"]?.array?.first?["colour"] == nil)
  }

  @Test("secrets of a connection are for bots; a mask sent back leaves them")
  func secrets() throws {
    func service(_ password: JSON) -> JSON {
      [
        "name": "shop", "serviceType": "Postgres",
        "connection": [
          "config": ["type": "Postgres", "authType": ["password": password], "hostPort": "h:1"]
        ],
      ]
    }
    func password(_ token: String?) throws -> JSON? {
      try catalog.send("GET", "services/databaseServices/name/shop", token: token)["connection"]?[
        "config"]?["authType"]?["password"]
    }
    let path = "services/databaseServices"
    let made = try catalog.send("PUT", path, service("hush"))
    #expect(!made.body.text().contains("hush"))
    let bot = try catalog.ingestionBot()
    #expect(try password(nil) == "*********")
    #expect(try password(bot) == "hush")
    let again = try catalog.send("PUT", path, service("*********"))
    #expect(again.headers["x-openmetadata-change"] == "entityNoChange")
    #expect(try password(bot) == "hush")
    let changed = try catalog.send("PUT", path, service("other"))
    #expect(!changed.body.text().contains("hush"))
    #expect(!changed.body.text().contains("other"))
    let id = try #require(made["id"]?.string)
    let versions = try catalog.send("GET", "\(path)/\(id)/versions").body.text()
    #expect(!versions.contains("hush"))
  }

  @Test("in bulk, what is refused does not keep the others out")
  func bulk() throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    try catalog.table()
    let body: JSON = [
      ["name": "one", "databaseSchema": "shop.db.public", "columns": []],
      ["name": "two", "databaseSchema": "shop.db.nowhere", "columns": []],
    ]
    let reply = try catalog.send("PUT", "tables/bulk", body)
    #expect(reply.status == 200)
    #expect(reply["status"] == "partialSuccess")
    #expect(reply["numberOfRowsPassed"] == 1)
    #expect(reply["failedRequest"]?.array?.first?["status"] == 404)
    #expect(try catalog.send("GET", "tables/name/shop.db.public.one").status == 200)
    #expect(try self.catalog.send("PUT", "tables/bulk", body).status == 405)
  }

  @Test(
    "in bulk, an entity that comes with the hash it has is skipped, from 2.0 on",
    arguments: [("1.13.0", "second"), ("2.0.7", "first")])
  func bulkSkips(version: String, expected: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    try catalog.table()
    func tell(_ displayName: String, _ hash: String, _ query: String = "") throws -> JSON? {
      let body: JSON = [
        [
          "name": "one", "databaseSchema": "shop.db.public", "columns": [],
          "displayName": .string(displayName), "sourceHash": .string(hash),
        ]
      ]
      let reply = try catalog.send("PUT", "tables/bulk\(query)", body)
      #expect(reply["numberOfRowsPassed"] == 1)
      return try catalog.send("GET", "tables/name/shop.db.public.one")["displayName"]
    }
    #expect(try tell("first", "a") == "first")
    #expect(try tell("second", "a")?.string == expected)
    #expect(try tell("third", "a", "?overrideMetadata=true")?.string != "first")
    #expect(try tell("fourth", "b") == "fourth")
  }

  @Test("the search for a name finds a table, or nothing")
  func search() throws {
    try catalog.table()
    func found(_ name: String) throws -> Int? {
      try catalog.send(
        "GET",
        "search/fieldQuery?fieldName=fullyQualifiedName&fieldValue=\(name)&index=table_search_index"
      )["hits"]?["hits"]?.array?.count
    }
    #expect(try found("shop.db.public.orders") == 1)
    #expect(try found("shop.db.public.other") == 0)
  }

  @Test("letters composed in another way are a change")
  func exactText() throws {
    try catalog.model(["description": "Caf\u{e9}"])
    let reply = try catalog.model(["description": "Cafe\u{301}"])
    #expect(reply.headers["x-openmetadata-change"] == "entityUpdated")
  }
}
