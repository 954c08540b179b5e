import JSONDocuments
import Testing

@testable import EmbeddedCatalog

/// What a PUT does to a field that is set, by who sends it (EntityRepository's updater).
@Suite("PUT of an existing model")
struct PutRulesTests {
  private func put(
    _ catalog: CatalogUnderTest, _ changes: JSON, bot: Bool = false
  ) throws -> CatalogUnderTest.Reply {
    try catalog.send(
      "PUT", "mlmodels", catalog.modelRequest(changes),
      token: bot ? catalog.ingestionBot() : nil)
  }

  private func read(_ catalog: CatalogUnderTest) throws -> CatalogUnderTest.Reply {
    try catalog.send("GET", "mlmodels/name/Models.Revenue?fields=*")
  }

  private func label(_ name: String) -> JSON {
    [
      "tagFQN": .string(name), "source": "Classification", "labelType": "Manual",
      "state": "Confirmed",
    ]
  }

  @Test("a person's PUT without a description deletes it, a bot's keeps it")
  func description() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model(["description": "D0"])
    _ = try put(catalog, ["description": "D1"], bot: true)
    #expect(try read(catalog)["description"] == "D0")
    let gone = try put(catalog, [:])
    #expect(gone["description"] == nil)
    #expect(
      gone["changeDescription"]?["fieldsDeleted"] == [
        ["name": "description", "oldValue": "D0"]
      ])
    _ = try put(catalog, ["description": "D2"], bot: true)
    #expect(try read(catalog)["description"] == "D2")
  }

  @Test(
    "a display name that is not sent is wiped; on 2.0 a bot's PUT leaves it",
    arguments: [("1.5.10", false), ("2.0.7", true)])
  func displayName(version: String, isKept: Bool) throws {
    let catalog = try CatalogUnderTest(version: version)
    try catalog.model(["displayName": "Shown"])
    _ = try put(catalog, [:], bot: true)
    #expect(try read(catalog)["displayName"] == (isKept ? "Shown" : nil))
  }

  @Test("tags are only ever added", arguments: [true, false])
  func tags(bot: Bool) throws {
    let catalog = try CatalogUnderTest()
    try catalog.model(["tags": [label("PII.Sensitive")]])
    let more = try put(catalog, ["tags": [label("Tier.Tier2")]], bot: bot)
    #expect(
      more["tags"]?.array?.compactMap { $0["tagFQN"]?.string } == ["PII.Sensitive", "Tier.Tier2"])
    #expect(more["tags"]?.array?.first?["description"] == "PII.Sensitive")
    let none = try put(catalog, [:], bot: bot)
    #expect(none.headers["x-openmetadata-change"] == "entityNoChange")
    #expect(try read(catalog)["tags"]?.array?.count == 2)
  }

  @Test("a second tier is refused, as tags of one classification may exclude each other")
  func secondTier() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model(["tags": [label("Tier.Tier1")]])
    let reply = try put(catalog, ["tags": [label("Tier.Tier2")]])
    #expect(reply.status == 400)
    #expect(reply.message.contains("mutually exclusive"))
    #expect(try read(catalog)["tags"]?.array?.count == 1)
  }

  @Test("owners are replaced by others and kept when none are sent")
  func owners() throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.user("anna")
    _ = try catalog.user("bert")
    func owner(_ name: String) throws -> JSON {
      ["id": try #require(catalog.send("GET", "users/name/\(name)")["id"]), "type": "user"]
    }
    try catalog.model(["owners": [owner("anna")]])
    _ = try put(catalog, ["owners": []])
    #expect(try read(catalog)["owners"]?.array?.first?["name"] == "anna")
    _ = try put(catalog, ["owners": [owner("bert")]])
    #expect(try read(catalog)["owners"]?.array?.compactMap { $0["name"]?.string } == ["bert"])
  }

  @Test("a team with people, two teams and a team that is no group cannot own")
  func badOwners() throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.user("anna")
    let anna: JSON = [
      "id": try #require(catalog.send("GET", "users/name/anna")["id"]), "type": "user",
    ]
    func team(_ name: JSON, _ type: JSON) throws -> JSON {
      let made = try catalog.send("POST", "teams", ["name": name, "teamType": type])
      return ["id": try #require(made["id"]), "type": "team"]
    }
    let one = try team("one", "Group")
    let two = try team("two", "Group")
    let unit = try team("unit", "BusinessUnit")
    for owners: JSON in [[one, anna], [one, two], [unit]] {
      #expect(try put(catalog, ["owners": owners]).status == 400)
    }
    #expect(try put(catalog, ["owners": [one]]).status < 300)
  }

  @Test("an algorithm that is not sent stays, and no change is recorded")
  func algorithm() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    let reply = try put(catalog, ["algorithm": .null])
    #expect(reply.headers["x-openmetadata-change"] == "entityNoChange")
    #expect(reply["algorithm"] == "XGBoost")
  }

  @Test("target, server, store and source address are overwritten and deleted by nothing")
  func overwritten() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model([
      "target": "price", "server": "https://a.b/c", "sourceUrl": "https://a.b",
      "mlStore": ["storage": "s3://x", "imageRepository": "https://y"],
    ])
    let reply = try put(catalog, [:])
    #expect(reply["version"] == .number(JSONNumber(lexeme: "1.1")))
    for field in ["target", "server", "sourceUrl", "mlStore"] { #expect(reply[field] == nil) }
    let deleted = try #require(reply["changeDescription"]?["fieldsDeleted"]?.array)
    #expect(
      Set(deleted.compactMap { $0["name"]?.string }) == [
        "target", "server", "sourceUrl", "mlStore",
      ]
    )
    #expect(
      deleted.first { $0["name"] == "mlStore" }?["oldValue"]?.string
        == #"{"storage":"s3://x","imageRepository":"https://y"}"#)
  }

  @Test("a source address is any text, as the MLflow connector writes it; the server's is a URI")
  func sourceAddress() throws {
    let catalog = try CatalogUnderTest()
    let address = "http://127.0.0.1:5000/#/models/Revenue Predictions"
    try catalog.model(["sourceUrl": .string(address)])
    #expect(try put(catalog, ["sourceUrl": .string(address)])["sourceUrl"] == .string(address))
    #expect(try put(catalog, ["server": .string(address)]).status == 400)
  }

  @Test(
    "life cycle is kept when not sent, the source hash raises no version on 2.0",
    arguments: [("1.5.10", "0.2"), ("2.0.7", "0.1")])
  func lifeCycleAndHash(version: String, expected: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    try catalog.model(["lifeCycle": ["created": ["timestamp": 5]], "sourceHash": "a"])
    let reply = try put(catalog, ["sourceHash": "b"])
    #expect(reply["lifeCycle"]?["created"]?["timestamp"] == 5)
    #expect(reply["sourceHash"] == "b")
    #expect(reply["version"] == .number(JSONNumber(lexeme: expected)))
  }

  @Test("hyper-parameters are replaced as a whole; another order alone is no change")
  func hyperParameters() throws {
    let catalog = try CatalogUnderTest()
    let a: JSON = ["name": "a", "value": "1"]
    let b: JSON = ["name": "b", "value": "2"]
    try catalog.model(["mlHyperParameters": [a, b]])
    let swapped = try put(catalog, ["mlHyperParameters": [b, a]])
    #expect(swapped.headers["x-openmetadata-change"] == "entityNoChange")
    #expect(try read(catalog)["mlHyperParameters"] == [a, b])
    let changed = try put(catalog, ["mlHyperParameters": [["name": "a", "value": "3"]]])
    #expect(changed["mlHyperParameters"] == [["name": "a", "value": "3"]])
    let change = try #require(changed["changeDescription"])
    #expect(change["fieldsAdded"]?.array?.first?["newValue"] == #"[{"name":"a","value":"3"}]"#)
    #expect(change["fieldsDeleted"]?.array?.first?["name"] == "mlHyperParameters")
    let none = try put(catalog, [:])
    #expect(none["mlHyperParameters"] == nil)
  }

  @Test("a feature with another description is another feature on 1.5; its edits are lost")
  func featuresByEquality() throws {
    let catalog = try CatalogUnderTest()
    let id = try #require(catalog.model()["id"]?.string)
    try catalog.send(
      "PATCH", "mlmodels/\(id)",
      [["op": "add", "path": "/mlFeatures/0/description", "value": "by a person"]])
    let reply = try put(catalog, [:], bot: true)
    #expect(reply["mlFeatures"]?.array?.first?["description"] == nil)
    let change = try #require(reply["changeDescription"])
    #expect(change["fieldsAdded"]?.array?.map { $0["name"] } == ["mlFeatures"])
    #expect(change["fieldsDeleted"]?.array?.map { $0["name"] } == ["mlFeatures"])
    #expect(reply["version"] == .number(JSONNumber(lexeme: "0.3")))
  }

  @Test("on 2.0 features are paired by name: tags add up, a bot keeps the description")
  func featuresByName() throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    let id = try #require(catalog.model()["id"]?.string)
    try catalog.send(
      "PATCH", "mlmodels/\(id)",
      [
        ["op": "add", "path": "/mlFeatures/0/description", "value": "by a person"],
        ["op": "add", "path": "/mlFeatures/0/tags", "value": [label("PII.Sensitive")]],
      ])
    let kept = try put(catalog, [:], bot: true)
    #expect(kept["mlFeatures"]?.array?.first?["description"] == "by a person")
    #expect(kept["mlFeatures"]?.array?.first?["tags"]?.array?.count == 1)
    let wiped = try put(catalog, [:])
    #expect(wiped["mlFeatures"]?.array?.first?["description"] == nil)
    #expect(wiped["mlFeatures"]?.array?.first?["tags"]?.array?.count == 1)
    let deleted = try #require(wiped["changeDescription"]?["fieldsDeleted"]?.array)
    #expect(deleted.contains { $0["name"] == "mlFeatures.bucket.description" })
  }

  @Test("the names of sources are made of the reference as sent: without its name, of null")
  func sourceNames() throws {
    let catalog = try CatalogUnderTest()
    let table = try catalog.table()
    func source(_ name: JSON, _ reference: JSON?) -> JSON {
      var source = JSONObject([.init(key: "name", value: name)])
      source["dataSource"] = reference
      return .object(source)
    }
    let reply = try catalog.model([
      "mlFeatures": [
        [
          "name": "price.avg",
          "featureSources": [
            source(
              "a.b",
              [
                "id": .string(table), "type": "table",
                "fullyQualifiedName": "shop.db.public.orders",
              ]),
            source("x", ["id": .string(table), "type": "table"]),
            source("y", nil),
          ],
        ]
      ]
    ])
    let feature = try #require(reply["mlFeatures"]?.array?.first)
    #expect(feature["fullyQualifiedName"] == "Models.Revenue.\"price.avg\"")
    #expect(
      feature["featureSources"]?.array?.compactMap { $0["fullyQualifiedName"]?.string } == [
        "shop.db.public.orders.\"a.b\"", "null.x", "y",
      ])
  }

  @Test("a source that is not there is 404, an unknown tag too")
  func unknownReferences() throws {
    let catalog = try CatalogUnderTest()
    let missing = "00000000-0000-4000-8000-000000000000"
    let source: JSON = [
      [
        "name": "f",
        "featureSources": [
          ["name": "c", "dataSource": ["id": .string(missing), "type": "table"]]
        ],
      ]
    ]
    let reply = try put(catalog, ["mlFeatures": source])
    #expect(reply.status == 404)
    #expect(reply.message == "table instance for \(missing) not found")
    let tag = try put(catalog, ["tags": [label("PII.Unknown")]])
    #expect(tag.message == "tag instance for PII.Unknown not found")
    let service = try put(catalog, ["service": "Nowhere"])
    #expect(service.message == "mlmodelService instance for Nowhere not found")
    #expect(try catalog.send("GET", "mlmodels")["paging"]?["total"] == 0)
  }

  @Test("custom properties that nobody defined are 400, data products without a domain too")
  func undefined() throws {
    let catalog = try CatalogUnderTest()
    let property = try put(catalog, ["extension": ["color": "red"]])
    #expect(property.status == 400)
    #expect(property.message == "Unknown custom field color")
    let product = try put(catalog, ["dataProducts": ["P"]])
    #expect(
      product.message == "Domain cannot be empty when data products are provided.")
  }
}
