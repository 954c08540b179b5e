import JSONDocuments
import Testing

@testable import EmbeddedCatalog

/// PATCH with RFC 6902 documents, and how patches fold into one version.
@Suite("PATCH")
struct PatchTests {
  private func number(_ text: String) -> JSON { .number(JSONNumber(lexeme: text)) }

  private func patch(
    _ catalog: CatalogUnderTest, _ operations: JSON, token: String? = nil,
    headers: [String: String] = [:]
  ) throws -> CatalogUnderTest.Reply {
    let id = try #require(catalog.send("GET", "mlmodels/name/Models.Revenue")["id"]?.string)
    return try catalog.send("PATCH", "mlmodels/\(id)", operations, token: token, headers: headers)
  }

  private func describe(_ text: JSON) -> JSON {
    [["op": "add", "path": "/description", "value": text]]
  }

  @Test("all six operations work on the entity as GET shows it")
  func operations() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model(["description": "D", "target": "t", "sourceUrl": "https://a"])
    let reply = try patch(
      catalog,
      [
        ["op": "test", "path": "/description", "value": "D"],
        ["op": "copy", "from": "/description", "path": "/displayName"],
        ["op": "move", "from": "/sourceUrl", "path": "/server"],
        ["op": "remove", "path": "/target"],
        ["op": "replace", "path": "/algorithm", "value": "SVM"],
        ["op": "add", "path": "/mlStore", "value": ["storage": "s3://x"]],
      ])
    #expect(reply.status == 200)
    #expect(reply["displayName"] == "D")
    #expect(reply["server"] == "https://a")
    #expect(reply["sourceUrl"] == nil)
    #expect(reply["target"] == nil)
    #expect(reply["algorithm"] == "SVM")
    #expect(reply["mlStore"] == ["storage": "s3://x"])
    #expect(reply["version"] == number("1.1"))
  }

  @Test(
    "a test that fails and a member that is missing are 500 with the reason, and change nothing")
  func failing() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    let failed = try patch(
      catalog,
      [
        ["op": "add", "path": "/description", "value": "x"],
        ["op": "test", "path": "/algorithm", "value": "SVM"],
      ])
    #expect(failed.status == 500)
    #expect(failed.message.contains("/algorithm"))
    #expect(try patch(catalog, [["op": "remove", "path": "/target"]]).status == 500)
    #expect(try patch(catalog, [["op": "replace", "path": "/target", "value": "x"]]).status == 500)
    let model = try catalog.send("GET", "mlmodels/name/Models.Revenue")
    #expect(model["description"] == nil)
    #expect(model["version"] == number("0.1"))
  }

  @Test("numbers are tested by their text: 1.0 is not 1")
  func numbersByScale() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    try catalog.model(["algorithm": "A"])
    try catalog.model(["algorithm": "B"])
    let path: JSON = "/version"
    #expect(
      try patch(catalog, [["op": "test", "path": path, "value": number("2.1")]]).status == 200)
    #expect(
      try patch(catalog, [["op": "test", "path": path, "value": number("2.10")]]).status == 500)
  }

  @Test("what is no patch is 400, another content type 415")
  func malformed() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    for document: JSON in [
      [:], "x", [["op": "add"]], [["op": "swap", "path": "/a"]],
      [["op": "add", "path": "description", "value": "x"]],
    ] {
      #expect(try patch(catalog, document).status == 400, "\(document.text())")
    }
    let reply = try patch(
      catalog, describe("x"), headers: ["content-type": "application/json"])
    #expect(reply.status == 415)
  }

  @Test("identity and bookkeeping stay whatever a patch says; deleted is refused")
  func readOnly() throws {
    let catalog = try CatalogUnderTest()
    let before = try catalog.model()
    let reply = try patch(
      catalog,
      [
        ["op": "replace", "path": "/id", "value": "00000000-0000-4000-8000-000000000000"],
        ["op": "replace", "path": "/name", "value": "Other"],
        ["op": "replace", "path": "/fullyQualifiedName", "value": "Models.Other"],
        ["op": "replace", "path": "/version", "value": 9],
        ["op": "replace", "path": "/updatedBy", "value": "nobody"],
      ])
    #expect(reply.status == 200)
    for member in ["id", "name", "fullyQualifiedName", "version", "updatedBy"] {
      #expect(reply[member] == before[member])
    }
    let deleted = try patch(
      catalog, [["op": "replace", "path": "/deleted", "value": true]])
    #expect(deleted.status == 400)
    #expect(deleted.message == "mlmodel attribute deleted can't be modified")
  }

  @Test("a patch may leave no member that the entity does not know, nor one of another shape")
  func unknownMember() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    for (path, value): (JSON, JSON) in [
      ("/colour", "red"), ("/mlFeatures/0/colour", "red"), ("/mlFeatures/0/dataType", "text"),
      ("/mlStore", "s3"),
    ] {
      let reply = try patch(catalog, [["op": "add", "path": path, "value": value]])
      #expect(reply.status == 400, "\(path)")
    }
  }

  @Test("only a patch removes tags and owners, and a bot's patch overwrites a description")
  func beyondPut() throws {
    let catalog = try CatalogUnderTest()
    let label: JSON = [
      "tagFQN": "PII.None", "source": "Classification", "labelType": "Manual",
      "state": "Confirmed",
    ]
    try catalog.model(["tags": [label], "description": "D0"])
    let bot = try catalog.ingestionBot()
    let reply = try patch(
      catalog,
      [
        ["op": "remove", "path": "/tags/0"],
        ["op": "replace", "path": "/description", "value": "D1"],
      ], token: bot)
    #expect(reply["tags"] == [])
    #expect(reply["description"] == "D1")
    #expect(reply["updatedBy"] == "ingestion-bot")
  }

  @Test(
    "operations are sorted by the digits of their paths until 1.6, and in order after it",
    arguments: [("1.5.10", "first"), ("2.0.7", "second")])
  func order(version: String, expected: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    try catalog.model(["mlFeatures": [["name": "a"], ["name": "b"]]])
    // Sorted, the whole list comes first, as its path has no digits.
    let reply = try patch(
      catalog,
      [
        ["op": "add", "path": "/mlFeatures/1/description", "value": "first"],
        [
          "op": "add", "path": "/mlFeatures",
          "value": [["name": "a"], ["name": "b", "description": "second"]],
        ],
      ])
    #expect(reply["mlFeatures"]?.array?.last?["description"]?.string == expected)
  }

  @Test("digits that are no number of 32 bits are 500 until 1.6")
  func digitOverflow() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    let reply = try patch(
      catalog, [["op": "add", "path": "/extension/99999999999", "value": 1]])
    #expect(reply.status == 500)
    #expect(reply.message.contains("NumberFormatException"))
  }

  @Test("patching by name exists from 1.8 on", arguments: [("1.5.10", 405), ("2.0.7", 200)])
  func byName(version: String, status: Int) throws {
    let catalog = try CatalogUnderTest(version: version)
    try catalog.model()
    let reply = try catalog.send("PATCH", "mlmodels/name/Models.Revenue", describe("x"))
    #expect(reply.status == status)
  }

  // MARK: Folding

  @Test("patches of one user within ten minutes make one version")
  func folding() throws {
    let catalog = try CatalogUnderTest()
    let id = try #require(catalog.model()["id"]?.string)
    let first = try patch(catalog, describe("one"))
    #expect(first["version"] == number("0.2"))
    catalog.pass(seconds: 599)
    let second = try patch(catalog, [["op": "add", "path": "/displayName", "value": "R"]])
    #expect(second["version"] == number("0.2"))
    #expect(second["changeDescription"]?["previousVersion"] == number("0.1"))
    let added = try #require(second["changeDescription"]?["fieldsAdded"]?.array)
    #expect(Set(added.compactMap { $0["name"]?.string }) == ["description", "displayName"])
    #expect(
      try catalog.send("GET", "mlmodels/\(id)/versions")["versions"]?.array?.count == 2)
    catalog.pass(seconds: 601)
    #expect(try patch(catalog, describe("late"))["version"] == number("0.3"))
  }

  @Test("a patch of another user and a PUT between are versions of their own")
  func notFolding() throws {
    let catalog = try CatalogUnderTest()
    let bot = try catalog.ingestionBot()
    try catalog.model()
    _ = try patch(catalog, describe("one"))
    #expect(try patch(catalog, describe("two"), token: bot)["version"] == number("0.3"))
    #expect(try catalog.model(["description": "three"])["version"] == number("0.4"))
    #expect(try patch(catalog, describe("four"))["version"] == number("0.5"))
  }

  @Test("a patch that makes no version does not open a PUT's version for the next one")
  func unversioned() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    #expect(try catalog.model(["description": "put"])["version"] == number("0.2"))
    let lifeCycle: JSON = ["created": ["timestamp": 1]]
    let quiet = try patch(catalog, [["op": "add", "path": "/lifeCycle", "value": lifeCycle]])
    #expect(quiet["version"] == number("0.2"))
    #expect(try patch(catalog, describe("patch"))["version"] == number("0.3"))
  }

  @Test("a patch that undoes the one before leads back to the earlier version and history")
  func reverting() throws {
    let catalog = try CatalogUnderTest()
    let id = try #require(catalog.model(["description": "D0"])["id"]?.string)
    _ = try patch(catalog, describe("D1"))
    let back = try patch(catalog, describe("D0"))
    #expect(back["version"] == number("0.1"))
    #expect(back["description"] == "D0")
    #expect(
      try catalog.send("GET", "mlmodels/\(id)/versions")["versions"]?.array?.count == 1)
  }

  @Test("what makes no version of its own stays when a patch undoes the one before")
  func revertingKeepsUnversioned() throws {
    let catalog = try CatalogUnderTest()
    let id = try #require(catalog.model()["id"]?.string)
    func patch(_ operation: JSON) throws -> CatalogUnderTest.Reply {
      try catalog.send("PATCH", "mlmodels/\(id)", [operation])
    }
    _ = try patch(["op": "add", "path": "/description", "value": "New"])
    _ = try patch(
      ["op": "add", "path": "/lifeCycle", "value": ["created": ["timestamp": 1]]])
    let reverted = try patch(["op": "remove", "path": "/description"])
    #expect(reverted["version"]?.text() == "0.1")
    #expect(reverted["description"] == nil)
    #expect(reverted["lifeCycle"]?["created"]?["timestamp"] == 1)
    #expect(reverted["changeDescription"] == nil)
  }

  @Test("an entity whose certification's tag was deleted can be patched twice")
  func goneCertification() throws {
    let catalog = try CatalogUnderTest(version: "1.13.0")
    let id = try #require(catalog.model()["id"]?.string)
    try catalog.send("POST", "classifications", ["name": "Gold", "description": "d"])
    try catalog.send("POST", "tags", ["name": "A", "classification": "Gold", "description": "d"])
    let label: JSON = [
      "tagFQN": "Gold.A", "source": "Classification", "labelType": "Manual", "state": "Confirmed",
    ]
    func patch(_ path: String, _ value: JSON) throws -> CatalogUnderTest.Reply {
      try catalog.send(
        "PATCH", "mlmodels/\(id)", [["op": "add", "path": .string(path), "value": value]])
    }
    #expect(try patch("/certification", ["tagLabel": label]).status == 200)
    #expect(try catalog.send("DELETE", "tags/name/Gold.A").status == 200)
    for text in ["one", "two"] {
      let reply = try patch("/description", .string(text))
      #expect(reply.status == 200, "\(reply.message)")
    }
  }

  @Test("from 1.6 on the change of this request stands beside that of the version")
  func incremental() throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    try catalog.model()
    _ = try patch(catalog, describe("one"))
    let reply = try patch(catalog, [["op": "add", "path": "/displayName", "value": "R"]])
    #expect(reply["changeDescription"]?["fieldsAdded"]?.array?.count == 2)
    #expect(
      reply["incrementalChangeDescription"]?["fieldsAdded"] == [
        ["name": "displayName", "newValue": "R"]
      ])
    #expect(
      reply["changeDescription"]?["changeSummary"]?["displayName"]?["changedBy"] == "admin")
    let old = try CatalogUnderTest()
    try old.model()
    #expect(try patch(old, describe("one"))["incrementalChangeDescription"] == nil)
  }

  // MARK: Conditions

  @Test("If-Match is not looked at on 1.5; on 2.0 the weak tag of the version decides")
  func conditions() throws {
    let old = try CatalogUnderTest()
    try old.model()
    #expect(try patch(old, describe("x"), headers: ["if-match": "W/\"9.9\""]).status == 200)
    let id = try #require(old.send("GET", "mlmodels/name/Models.Revenue")["id"]?.string)
    #expect(try old.send("GET", "mlmodels/\(id)").headers["etag"] == nil)

    let new = try CatalogUnderTest(version: "2.0.7")
    try new.model()
    let refused = try patch(new, describe("x"), headers: ["if-match": "W/\"0.2\""])
    #expect(refused.status == 412)
    #expect(refused.message.hasPrefix("The entity has been modified"))
    let strong = try #require(
      new.send("GET", "mlmodels/name/Models.Revenue").headers["etag"])
    #expect(strong.hasPrefix("\"") && strong.count == 18)
    #expect(try patch(new, describe("x"), headers: ["if-match": strong]).status == 412)
    #expect(try patch(new, describe("x"), headers: ["if-match": "W/\"0.1\""]).status == 200)
  }

  @Test("on 1.9 the strong tag is a hash of version and time, and matches")
  func strongTag() throws {
    let catalog = try CatalogUnderTest(version: "1.9.3")
    try catalog.model()
    let tag = try #require(catalog.send("GET", "mlmodels/name/Models.Revenue").headers["etag"])
    #expect(try patch(catalog, describe("x"), headers: ["if-match": tag]).status == 200)
    #expect(try patch(catalog, describe("y"), headers: ["if-match": tag]).status == 412)
  }
}
