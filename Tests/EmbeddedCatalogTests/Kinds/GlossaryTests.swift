import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Glossaries")
struct GlossaryTests {
  static let lines = ["1.5.10", "1.9.3", "1.13.2", "2.0.7"]

  private func glossary(_ version: String = "1.5.10") throws -> CatalogUnderTest {
    let catalog = try CatalogUnderTest(version: version)
    try catalog.send("PUT", "glossaries", ["name": "Business", "description": "words"])
    return catalog
  }

  @Test("a term below another one has the names of both; both tell of each other", arguments: lines)
  func hierarchy(version: String) throws {
    let catalog = try glossary(version)
    let money = try catalog.term("Money")
    #expect(money["fullyQualifiedName"] == "Business.Money")
    let revenue = try catalog.term("net.revenue", ["parent": "Business.Money"])
    #expect(revenue.status == 201, "\(revenue.body.text())")
    #expect(revenue["fullyQualifiedName"] == #"Business.Money."net.revenue""#)
    #expect(revenue["parent"]?["id"] == money["id"])
    #expect(revenue["glossary"]?["name"] == "Business")
    let read = try catalog.send("GET", "glossaryTerms/name/Business.Money?fields=*")
    #expect(read["children"]?.array?.first?["name"] == "net.revenue")
    #expect(read["childrenCount"] == 1)
    let whole = try catalog.send("GET", "glossaries/name/Business?fields=termCount,usageCount")
    #expect(whole["termCount"] == 2)
    #expect(whole["usageCount"] == 0)
    let top = try catalog.send("GET", "glossaryTerms?directChildrenOf=Business")
    #expect(top["data"]?.array?.map { $0["name"] } == ["Money"])
    let all = try catalog.send("GET", "glossaryTerms?glossary=\(whole["id"]!.string!)")
    #expect(all["paging"]?["total"] == 2)
  }

  @Test("a term of another glossary cannot be the one above")
  func otherGlossary() throws {
    let catalog = try glossary()
    try catalog.send("PUT", "glossaries", ["name": "Other", "description": ""])
    try catalog.term("Money")
    let reply = try catalog.send(
      "PUT", "glossaryTerms",
      ["name": "x", "glossary": "Other", "parent": "Business.Money", "description": ""])
    #expect(reply.status == 400)
    #expect(reply.message.contains("Business.Money"))
  }

  @Test("related terms know of each other and forget each other", arguments: lines)
  func related(version: String) throws {
    let catalog = try glossary(version)
    try catalog.term("Cost")
    let money = try catalog.term("Money", ["relatedTerms": ["Business.Cost"]])
    #expect(money.status == 201, "\(money.body.text())")
    let path = "glossaryTerms/name/Business.Cost?fields=relatedTerms"
    let back = try catalog.send("GET", path)["relatedTerms"]?.array?.first
    let isPlain = ["1.5.10", "1.9.3"].contains(version)
    #expect((isPlain ? back : back?["term"])?["id"] == money["id"])
    #expect(isPlain == (back?["relationType"] == nil))
    let patch = try catalog.send(
      "PATCH", "glossaryTerms/\(money["id"]!.string!)",
      [["op": "replace", "path": "/relatedTerms", "value": []]])
    #expect(patch.status == 200, "\(patch.body.text())")
    #expect(patch["version"]?.text() == "0.2")
    #expect(try catalog.send("GET", path)["relatedTerms"] == [])
  }

  @Test("synonyms, references and a style are kept; a PUT without them removes the lists")
  func details() throws {
    let catalog = try glossary()
    let term = try catalog.term(
      "Money",
      [
        "synonyms": ["Cash"], "style": ["color": "#ffffff"],
        "references": [["name": "wiki", "endpoint": "https://example.org/money"]],
      ])
    #expect(term["synonyms"] == ["Cash"])
    #expect(term["references"]?.array?.first?["endpoint"] == "https://example.org/money")
    #expect(term["status"] == "Approved")
    let again = try catalog.term("Money")
    #expect(again["synonyms"] == nil)
    #expect(again["changeDescription"]?["fieldsDeleted"]?.array?.count == 3)
  }

  @Test("a term with reviewers is a draft until it is approved", arguments: lines)
  func status(version: String) throws {
    let catalog = try glossary(version)
    _ = try catalog.user("anna")
    let anna = try catalog.send("GET", "users/name/anna")["id"]!
    let term = try catalog.term("Money", ["reviewers": [["id": anna, "type": "user"]]])
    let member = version.hasPrefix("1.5") || version.hasPrefix("1.9") ? "status" : "entityStatus"
    #expect(term[member] == "Draft")
    #expect(term["reviewers"]?.array?.first?["name"] == "anna")
    let patched = try catalog.send(
      "PATCH", "glossaryTerms/\(term["id"]!.string!)",
      [["op": "replace", "path": .string("/" + member), "value": "Approved"]])
    #expect(patched[member] == "Approved", "\(patched.body.text())")
  }

  @Test("terms label models, features and columns, and bring their own labels with them")
  func labels() throws {
    let catalog = try glossary()
    try catalog.term(
      "Money",
      ["tags": [Self.label("PII.Sensitive", "Classification")]])
    let label = Self.label("Business.Money", "Glossary")
    var request = try catalog.modelRequest(["tags": [label]]).object!
    var feature = request["mlFeatures"]!.array![0].object!
    feature["tags"] = [label]
    request["mlFeatures"] = [.object(feature)]
    let model = try catalog.send("PUT", "mlmodels", .object(request))
    #expect(model.status == 201, "\(model.body.text())")
    let read = try catalog.send("GET", "mlmodels/name/Models.Revenue?fields=tags")
    #expect(read["tags"]?.array?.map { $0["tagFQN"] } == ["Business.Money", "PII.Sensitive"])
    #expect(read["tags"]?.array?.map { $0["labelType"] } == ["Manual", "Derived"])
    let term = try catalog.send("GET", "glossaryTerms/name/Business.Money?fields=usageCount")
    #expect(term["usageCount"] == 2)
    // What a client sends back with the rest is not kept as a label of the model.
    let patched = try catalog.send(
      "PATCH", "mlmodels/\(model["id"]!.string!)",
      [["op": "replace", "path": "/tags", "value": read["tags"]!]])
    #expect(patched.status == 200, "\(patched.body.text())")
    #expect(patched["version"]?.text() == "0.1")
    let unknown = try catalog.send(
      "PATCH", "mlmodels/\(model["id"]!.string!)",
      [["op": "add", "path": "/tags/-", "value": Self.label("Business.Nothing", "Glossary")]])
    #expect(unknown.status == 404)
    #expect(unknown.message == "glossaryTerm instance for Business.Nothing not found")
  }

  @Test("of the terms of a glossary that says so, one only labels an entity")
  func exclusion() throws {
    let catalog = try CatalogUnderTest()
    try catalog.send(
      "PUT", "glossaries", ["name": "Business", "description": "", "mutuallyExclusive": true])
    try catalog.term("A")
    try catalog.term("B")
    let reply = try catalog.send(
      "PUT", "mlmodels",
      catalog.modelRequest([
        "tags": [Self.label("Business.A", "Glossary"), Self.label("Business.B", "Glossary")]
      ]))
    #expect(reply.status == 400)
    #expect(reply.message.contains("mutually exclusive"))
  }

  @Test("a glossary with terms is deleted with them only when that is said, and restored with them")
  func deletion() throws {
    let catalog = try glossary()
    let term = try catalog.term("Money")
    let id = try catalog.send("GET", "glossaries/name/Business")["id"]!.string!
    #expect(try catalog.send("DELETE", "glossaries/\(id)").message == "glossary is not empty")
    #expect(try catalog.send("DELETE", "glossaries/\(id)?recursive=true").status == 200)
    let path = "glossaryTerms/\(term["id"]!.string!)"
    #expect(try catalog.send("GET", path).status == 404)
    let restored = try catalog.send("PUT", "glossaries/restore", ["id": .string(id)])
    #expect(restored.headers["x-openmetadata-change"] == "entityRestored")
    #expect(try catalog.send("GET", path).status == 200)
    #expect(try catalog.send("GET", path + "/versions")["versions"]?.array?.count == 3)
  }

  static func label(_ name: String, _ source: String) -> JSON {
    [
      "tagFQN": .string(name), "source": .string(source), "labelType": "Manual",
      "state": "Confirmed",
    ]
  }
}

extension CatalogUnderTest {
  /// A term of the glossary `Business`.
  @discardableResult
  func term(_ name: String, _ more: JSON = [:]) throws -> Reply {
    var request = JSONObject([
      .init(key: "name", value: .string(name)), .init(key: "glossary", value: "Business"),
      .init(key: "description", value: "a word"),
    ])
    for member in more.object?.members ?? [] { request[member.key] = member.value }
    return try send("PUT", "glossaryTerms", .object(request))
  }
}
