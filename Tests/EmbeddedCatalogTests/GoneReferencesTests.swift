import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("References to what is gone")
struct GoneReferencesTests {
  @Test("a label goes with its tag, an owner with the person; the entity can still be patched")
  func gone() throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.user("anna")
    let anna = try #require(catalog.send("GET", "users/name/anna")["id"]?.string)
    try catalog.send("POST", "tags", ["name": "Mine", "classification": "PII", "description": ""])
    let model = try catalog.model([
      "owners": [["id": .string(anna), "type": "user"]],
      "tags": [
        [
          "tagFQN": "PII.Mine", "source": "Classification", "labelType": "Manual",
          "state": "Confirmed",
        ]
      ],
    ])
    let path = "mlmodels/\(model["id"]!.string!)"
    let patch: JSON = [["op": "add", "path": "/description", "value": "x"]]
    try catalog.send("DELETE", "users/\(anna)")
    #expect(try catalog.send("PATCH", path, patch).status == 200)
    #expect(
      try catalog.send("GET", path + "?fields=owners")["owners"]?.array?.first?["deleted"] == true)
    try catalog.send("DELETE", "users/\(anna)?hardDelete=true")
    try catalog.send("DELETE", "tags/name/PII.Mine?hardDelete=true")
    let read = try catalog.send("GET", path + "?fields=owners,tags")
    #expect(read["owners"] == [])
    #expect(read["tags"] == [])
    #expect(
      try catalog.send("PATCH", path, [["op": "remove", "path": "/description"]]).status == 200)
  }

  @Test("a data source that was deleted is refused by name, kept where it is by nothing")
  func dataSource() throws {
    let catalog = try CatalogUnderTest()
    let request = try catalog.modelRequest()
    try catalog.send("DELETE", "tables/name/shop.db.public.orders")
    let reply = try catalog.send("PUT", "mlmodels", request)
    #expect(reply.status == 404)
    #expect(reply.message.hasPrefix("table instance for"))
  }
}
