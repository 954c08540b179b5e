import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Columns")
struct TableColumnTests {
  @Test(
    "a column whose name holds the separator of types and names is refused",
    arguments: ["a::b", ""])
  func names(name: String) throws {
    let catalog = try CatalogUnderTest()
    try catalog.table()
    let reply = try catalog.send(
      "PUT", "tables",
      [
        "name": "t", "databaseSchema": "shop.db.public",
        "columns": [["name": .string(name), "dataType": "INT"]],
      ])
    #expect(reply.status == 400)
    #expect(reply.message.contains("columns[0].name"))
  }

  @Test("columns are read in pages, and one by its name on the lines that have it")
  func pages() throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    let id = try catalog.table()
    let page = try catalog.send("GET", "tables/\(id)/columns?limit=2&offset=1")
    #expect(page["data"]?.array?.map { $0["name"] } == ["order id", "last_update"])
    #expect(page["paging"]?["total"] == 3)
    let named = try catalog.send("GET", "tables/name/shop.db.public.orders/columns")
    #expect(named["data"]?.array?.count == 3)
    let column = try catalog.send(
      "GET", "columns/name/shop.db.public.orders.order%20id?entityType=table")
    #expect(column["dataType"] == "INT", "\(column.body.text())")
    #expect(try catalog.send("GET", "columns/name/shop.db.public.orders.x").status == 404)
    let old = try CatalogUnderTest()
    let other = try old.table()
    #expect(try old.send("GET", "tables/\(other)/columns").status == 404)
  }

  @Test("what a connector did not see is deleted softly within its scope, on 2.0")
  func stale() throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    try catalog.table()
    try catalog.table("old")
    let body: JSON = [
      "scopeFqn": "shop.db.public", "scopeEntityType": "databaseSchema",
      "seenFqns": ["shop.db.public.orders"], "recursive": true,
    ]
    let reply = try catalog.send("DELETE", "tables/deleteStale", body)
    #expect(reply["numberOfRowsPassed"] == 1, "\(reply.body.text())")
    #expect(reply["successRequest"]?.array?.first?["request"] == "shop.db.public.old")
    let left = try catalog.send("GET", "tables")
    #expect(left["data"]?.array?.map { $0["name"] } == ["orders"])
    #expect(try catalog.send("GET", "tables?include=deleted")["paging"]?["total"] == 1)
    let old = try CatalogUnderTest(version: "1.13.2")
    try old.table()
    #expect(try old.send("DELETE", "tables/deleteStale", body).status == 404)
  }

  @Test("deleting later answers at once with a job")
  func asynchronously() throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    let id = try catalog.table()
    let reply = try catalog.send("DELETE", "tables/async/\(id)?hardDelete=true")
    #expect(reply.status == 202)
    #expect(reply["jobId"]?.string?.count == 36)
    #expect(try catalog.send("GET", "tables/\(id)?include=all").status == 404)
  }
}
