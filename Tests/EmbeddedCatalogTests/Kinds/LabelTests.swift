import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Labels whose tags change")
struct LabelTests {
  private func labelled(_ catalog: CatalogUnderTest) throws -> CatalogUnderTest.Reply {
    try catalog.send("PUT", "tags", ["name": "Mine", "classification": "PII", "description": "x"])
    let label = GlossaryTests.label("PII.Mine", "Classification")
    var request = try catalog.modelRequest(["tags": [label]]).object!
    var feature = request["mlFeatures"]!.array![0].object!
    feature["tags"] = [label]
    request["mlFeatures"] = [.object(feature)]
    let reply = try catalog.send("PUT", "mlmodels", .object(request))
    try #require(reply.status == 201, "\(reply.body.text())")
    return reply
  }

  private static let patch: JSON = [["op": "add", "path": "/description", "value": "new"]]

  @Test("the label of a feature goes with its tag; the model can still be patched")
  func gone() throws {
    let catalog = try CatalogUnderTest()
    let path = "mlmodels/\(try labelled(catalog)["id"]!.string!)"
    #expect(
      try catalog.send("GET", path)["mlFeatures"]?.array?.first?["tags"]?.array?.first?["name"]
        == "Mine")
    try catalog.send("DELETE", "tags/name/PII.Mine?hardDelete=true")
    #expect(try catalog.send("GET", path)["mlFeatures"]?.array?.first?["tags"] == nil)
    let patched = try catalog.send("PATCH", path, Self.patch)
    #expect(patched.status == 200, "\(patched.body.text())")
    #expect(patched["mlFeatures"]?.array?.first?["tags"] == nil)
  }

  @Test("labels stay while their tag can be restored, but no new one can be given")
  func deleted() throws {
    let catalog = try CatalogUnderTest()
    let path = "mlmodels/\(try labelled(catalog)["id"]!.string!)"
    try catalog.send("DELETE", "tags/name/PII.Mine")
    let patched = try catalog.send("PATCH", path, Self.patch)
    #expect(patched.status == 200, "\(patched.body.text())")
    #expect(patched["tags"]?.array?.count == 1)
    #expect(patched["mlFeatures"]?.array?.first?["tags"]?.array?.count == 1)
    try catalog.send(
      "PUT", "services/mlmodelServices", ["name": "Others", "serviceType": "CustomMlModel"])
    let other = try catalog.send(
      "POST", "mlmodels", ["name": "x", "service": "Others", "algorithm": "a"])
    let refused = try catalog.send(
      "PATCH", "mlmodels/\(other["id"]!.string!)",
      [
        [
          "op": "add", "path": "/tags",
          "value": [GlossaryTests.label("PII.Mine", "Classification")],
        ]
      ])
    #expect(refused.status == 404)
  }

  @Test(
    "a certification is dated by the server and outlives a PUT only on later lines",
    arguments: ["1.9.3", "1.13.2", "2.0.7"])
  func certification(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    let model = try catalog.model()
    let label = GlossaryTests.label("PII.Sensitive", "Classification")
    let patched = try catalog.send(
      "PATCH", "mlmodels/\(model["id"]!.string!)",
      [["op": "add", "path": "/certification", "value": ["tagLabel": label]]])
    let given = try #require(patched["certification"], "\(patched.body.text())")
    #expect(given["tagLabel"]?["name"] == "Sensitive")
    #expect(given["expiryDate"]!.integer! - given["appliedDate"]!.integer! == 30 * 86_400_000)
    let again = try catalog.model(["description": "put"])
    #expect((again["certification"] == nil) == (version == "1.9.3"))
  }
}
