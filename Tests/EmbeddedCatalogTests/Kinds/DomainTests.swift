import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Domains and data products")
struct DomainTests {
  @Test("a domain within another one has the names of both and its owners and experts")
  func hierarchy() throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.user("anna")
    let anna = try catalog.send("GET", "users/name/anna")["id"]!
    let finance = try catalog.domain(
      "Finance", ["experts": ["anna"], "owners": [["id": anna, "type": "user"]]])
    #expect(finance.status == 201, "\(finance.body.text())")
    #expect(finance["deleted"] == nil)
    #expect(finance["experts"]?.array?.first?["name"] == "anna")
    let tax = try catalog.domain("Tax", ["parent": "Finance"])
    #expect(tax["fullyQualifiedName"] == "Finance.Tax")
    let read = try catalog.send("GET", "domains/name/Finance.Tax?fields=owners,experts,parent")
    #expect(read["owners"]?.array?.first?["inherited"] == true)
    #expect(read["experts"]?.array?.first?["inherited"] == true)
    #expect(read["parent"]?["name"] == "Finance")
    let parent = try catalog.send("GET", "domains/name/Finance?fields=children")
    #expect(parent["children"]?.array?.first?["name"] == "Tax")
  }

  @Test("what lies in a service of a domain is of the domain", arguments: GlossaryTests.lines)
  func inherited(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    _ = try catalog.domain("Finance")
    try catalog.model()
    let isSingle = version.hasPrefix("1.5")
    let member = isSingle ? "domain" : "domains"
    let reply = try catalog.send(
      "PUT", "services/mlmodelServices",
      .object(
        JSONObject([
          .init(key: "name", value: "Models"), .init(key: "serviceType", value: "CustomMlModel"),
          .init(key: member, value: isSingle ? "Finance" : ["Finance"]),
        ])))
    #expect(reply.status == 200, "\(reply.body.text())")
    let read = try catalog.send("GET", "mlmodels/name/Models.Revenue?fields=\(member)")
    let shown = isSingle ? read[member] : read[member]?.array?.first
    #expect(shown?["name"] == "Finance")
    #expect(shown?["inherited"] == true)
    // An inherited domain that is sent back is not kept as the model's own.
    let id = read["id"]!.string!
    let patch: JSON = [["op": "add", "path": .string("/" + member), "value": read[member]!]]
    let patched = try catalog.send("PATCH", "mlmodels/\(id)", patch)
    #expect(patched.status == 200, "\(patched.body.text())")
    #expect(patched["version"]?.text() == "0.1")
    #expect(
      try catalog.send("GET", "mlmodels?fields=\(isSingle ? "domains" : "domain")").status == 400)
    let listed = try catalog.send("GET", "services/mlmodelServices?domain=Finance")
    #expect(listed["paging"]?["total"] == 1)
  }

  @Test("a data product tells what belongs to it, a model tells to what it belongs")
  func dataProducts() throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.domain("Finance")
    let product = try catalog.send(
      "PUT", "dataProducts", ["name": "Reports.2026", "domain": "Finance", "description": ""])
    #expect(product.status == 201, "\(product.body.text())")
    #expect(product["fullyQualifiedName"] == #""Reports.2026""#)
    #expect(product["domain"]?["name"] == "Finance")
    let model = try catalog.model(["domain": "Finance", "dataProducts": [#""Reports.2026""#]])
    #expect(model["dataProducts"]?.array?.first?["name"] == "Reports.2026")
    let path = "dataProducts/name/%22Reports.2026%22"
    let read = try catalog.send("GET", path + "?fields=assets")
    #expect(read["assets"]?.array?.first?["id"] == model["id"])
    let removed = try catalog.send(
      "PUT", "dataProducts/%22Reports.2026%22/assets/remove",
      ["assets": [["id": model["id"]!, "type": "mlmodel"]]])
    #expect(removed["numberOfRowsPassed"] == 1)
    #expect(try catalog.send("GET", path + "?fields=assets")["assets"] == [])
    try catalog.send(
      "PUT", "dataProducts/%22Reports.2026%22/assets/add",
      ["assets": [["id": model["id"]!, "type": "mlmodel"]]])
    let id = model["id"]!.string!
    #expect(
      try catalog.send("GET", "mlmodels/\(id)?fields=dataProducts")["dataProducts"]?.array?.count
        == 1)
    let without = try catalog.send(
      "PUT", "mlmodels",
      catalog.modelRequest([
        "name": "Other",
        "dataProducts": [#""Reports.2026""#],
      ]))
    #expect(without.status == 400)
  }

  @Test("domains are deleted for good, with those within them")
  func deletion() throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    let finance = try catalog.domain("Finance")
    _ = try catalog.domain("Tax", ["parent": "Finance"])
    let model = try catalog.model(["domains": ["Finance.Tax"]])
    let reply = try catalog.send("DELETE", "domains/\(finance["id"]!.string!)")
    #expect(reply.headers["x-openmetadata-change"] == "entityDeleted")
    #expect(try catalog.send("GET", "domains?include=all")["paging"]?["total"] == 0)
    let read = try catalog.send("GET", "mlmodels/\(model["id"]!.string!)?fields=domains")
    #expect(read["domains"] == [])
  }

  @Test("a domain is changed by patches and keeps its versions", arguments: GlossaryTests.lines)
  func patch(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    let id = try catalog.domain("Finance")["id"]!.string!
    let reply = try catalog.send(
      "PATCH", "domains/\(id)",
      [["op": "replace", "path": "/domainType", "value": "Source-aligned"]])
    #expect(reply["domainType"] == "Source-aligned", "\(reply.body.text())")
    #expect(reply["version"]?.text() == "0.2")
    #expect(try catalog.send("GET", "domains/\(id)/versions/0.1")["domainType"] == "Aggregate")
  }
}

extension CatalogUnderTest {
  @discardableResult
  func domain(_ name: String, _ more: JSON = [:]) throws -> Reply {
    var request = JSONObject([
      .init(key: "name", value: .string(name)), .init(key: "domainType", value: "Aggregate"),
      .init(key: "description", value: ""),
    ])
    for member in more.object?.members ?? [] { request[member.key] = member.value }
    return try send("PUT", "domains", .object(request))
  }
}
