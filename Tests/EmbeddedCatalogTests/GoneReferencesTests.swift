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

  @Test(
    "what was deleted for good is no change of whoever writes next", arguments: ["PUT", "PATCH"])
  func noChange(method: String) throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.user("anna")
    let anna = try #require(catalog.send("GET", "users/name/anna")["id"])
    let label: JSON = [
      "tagFQN": "PII.Mine", "source": "Classification", "labelType": "Manual",
      "state": "Confirmed",
    ]
    try catalog.send("POST", "tags", ["name": "Mine", "classification": "PII", "description": ""])
    try catalog.send("PUT", "domains", ["name": "D", "domainType": "Aggregate", "description": ""])
    try catalog.send("PUT", "dataProducts", ["name": "P", "domain": "D", "description": ""])
    try catalog.send(
      "PUT", "services/dashboardServices", ["name": "Boards", "serviceType": "Superset"])
    try catalog.send("PUT", "dashboards", ["name": "Sales", "service": "Boards"])
    let model = try catalog.model([
      "owners": [["id": anna, "type": "user"]], "tags": [label], "domain": "D",
      "dataProducts": ["P"], "dashboard": "Boards.Sales",
    ])
    for path in [
      "users/name/anna", "tags/name/PII.Mine", "dataProducts/name/P", "domains/name/D",
      "dashboards/name/Boards.Sales",
    ] {
      try #require(catalog.send("DELETE", path + "?hardDelete=true").status == 200, "\(path)")
    }
    let request = try catalog.modelRequest(["description": "x"])
    let reply =
      try method == "PUT"
      ? catalog.send("PUT", "mlmodels", request)
      : catalog.send(
        "PATCH", "mlmodels/\(model["id"]?.string ?? "")",
        [["op": "add", "path": "/description", "value": "x"]])
    let change = try #require(reply["changeDescription"])
    #expect(change["fieldsAdded"]?.array?.map { $0["name"] } == ["description"])
    #expect(change["fieldsDeleted"] == [])
    #expect(change["fieldsUpdated"] == [])
  }

  @Test("a change names what it refers to, and its page shows it", arguments: ["1.5.10", "2.0.7"])
  func named(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    let isSingle = version.hasPrefix("1.5")
    try catalog.send(
      "PUT", "domains", ["name": "Delivery", "domainType": "Aggregate", "description": ""])
    try catalog.send(
      "PUT", "services/dashboardServices", ["name": "Boards", "serviceType": "Superset"])
    try catalog.send("PUT", "dashboards", ["name": "Sales", "service": "Boards"])
    try catalog.model()
    let domain: JSONObject.Member =
      isSingle
      ? .init(key: "domain", value: "Delivery") : .init(key: "domains", value: ["Delivery"])
    let model = try catalog.model(
      .object(JSONObject([domain, .init(key: "dashboard", value: "Boards.Sales")])))
    let told = (model["changeDescription"]?["fieldsAdded"] ?? .null).text()
    #expect(told.contains("Delivery") && told.contains("Boards.Sales"))
    for path in ["", "/versions", "/versions/0.2"] {
      let page = try catalog.page("/mlmodel/Models.Revenue" + path, as: catalog.adminToken)
      #expect(page.status == 200)
      #expect(page.text.contains("Delivery") && page.text.contains("Sales"))
    }
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
