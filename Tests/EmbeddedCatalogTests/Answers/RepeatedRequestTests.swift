import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Repeated requests")
struct RepeatedRequestTests {
  private static let model = "mlmodels/name/Models.Revenue?fields=*&include=all"

  /// What shows the model, or what its answer shows of others.
  private static let targets = [
    model, "mlmodels?fields=*", "mlmodels?fields=*&include=all", "mlmodels?limit=0",
    "services/mlmodelServices/name/Models?fields=*", "tables/name/shop.db.public.orders?fields=*",
    "tags/name/PII.Mine", "users/name/anna?fields=*", "domains/name/Finance?fields=*",
  ]

  private let catalog: CatalogUnderTest
  private let anna: String

  /// A model with an owner, a label, a source and a service that has a domain.
  init() throws {
    let catalog = try CatalogUnderTest(version: "1.9.4")
    self.catalog = catalog
    anna = try catalog.user("anna")
    let user = try #require(catalog.send("GET", "users/name/anna")["id"])
    _ = try catalog.domain("Finance")
    try catalog.send("PUT", "tags", ["name": "Mine", "classification": "PII", "description": "x"])
    try catalog.model([
      "owners": [["id": user, "type": "user"]],
      "tags": [GlossaryTests.label("PII.Mine", "Classification")],
    ])
    try catalog.send(
      "PUT", "services/mlmodelServices",
      ["name": "Models", "serviceType": "CustomMlModel", "domains": ["Finance"]])
  }

  /// The answers to all targets, each asked twice, so that the second may be a remembered one, and
  /// what they would be if nothing were remembered.
  private func answers(_ moment: String) throws -> (repeated: [JSON], fresh: [JSON]) {
    func bodies(_ parameter: String = "") throws -> [JSON] {
      try Self.targets.map { target in
        let mark = target.contains("?") ? "&" : "?"
        let reply = try catalog.send("GET", target + mark + parameter)
        return ["status": .number(JSONNumber(reply.status)), "body": reply.body]
      }
    }
    _ = try bodies()
    let repeated = try bodies()
    // A parameter that nobody knows makes another question of it.
    return (repeated, try bodies("moment=\(moment)"))
  }

  /// Something that somebody does to the catalog.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let method: String
    /// A path; a colon and a path behind it stand for the id of what lies there.
    let target: String
    var body: JSON?

    static func patch(_ description: String, _ target: String, _ patch: JSON) -> Change {
      Change(testDescription: description, method: "PATCH", target: target, body: patch)
    }

    static func delete(_ target: String) -> Change {
      Change(testDescription: "DELETE \(target)", method: "DELETE", target: target)
    }
  }

  private static func describe(_ path: String) -> Change {
    .patch(path, "\(path)", [["op": "add", "path": "/description", "value": "new"]])
  }

  static let changes = [
    describe("mlmodels/name/Models.Revenue"), describe("services/mlmodelServices/name/Models"),
    describe("tables/name/shop.db.public.orders"), describe("users/name/anna"),
    describe("domains/name/Finance"), describe("tags/name/PII.Mine"),
    .patch(
      "a service that leaves its domain", "services/mlmodelServices/name/Models",
      [["op": "remove", "path": "/domains"]]),
    .delete("mlmodels/name/Models.Revenue"),
    .delete("mlmodels/name/Models.Revenue?hardDelete=true"),
    .delete("tables/name/shop.db.public.orders?hardDelete=true"),
    .delete("tags/name/PII.Mine?hardDelete=true"),
    .delete("users/name/anna"), .delete("domains/name/Finance"),
    .delete("services/mlmodelServices/name/Models?recursive=true"),
  ]

  @Test("no answer outlives a write to what it shows", arguments: changes)
  func change(change: Change) throws {
    let before = try answers("before")
    #expect(before.repeated == before.fresh)
    let reply = try catalog.send(change.method, change.target, change.body)
    try #require(reply.status == 200, "\(reply.body.text())")
    let after = try answers("after")
    #expect(after.repeated == after.fresh)
    #expect(after.repeated != before.repeated)
  }

  @Test("a restored model is shown at once")
  func restore() throws {
    let id = try #require(catalog.send("GET", Self.model)["id"])
    try catalog.send("DELETE", "mlmodels/name/Models.Revenue")
    let deleted = try answers("deleted")
    #expect(deleted.repeated == deleted.fresh)
    try catalog.send("PUT", "mlmodels/restore", ["id": id])
    let restored = try answers("restored")
    #expect(restored.repeated == restored.fresh)
    #expect(restored.repeated != deleted.repeated)
  }

  @Test("an answer is remembered, and forgotten after a write by another program")
  func foreignWrite() throws {
    let file = try TemporaryFile()
    let catalog = try CatalogUnderTest(dataPath: file.path)
    try catalog.model(["description": "old"])
    #expect(catalog.handler.remembered.size == 0)
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model)["description"] == "old") }
    #expect(catalog.handler.remembered.size > 0)
    try SQLiteConnection(path: file.path).run(
      """
      UPDATE entities SET document = json_set(document, '$.description', 'new')
      WHERE type = 'mlmodel'
      """)
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model)["description"] == "new") }
  }

  // MARK: Who asks

  @Test("what a policy denies is refused, though it was answered just before")
  func denied() throws {
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model, token: anna).status == 200) }
    let policy = try catalog.send(
      "POST", "policies",
      [
        "name": "Closed",
        "rules": [
          ["name": "no", "effect": "deny", "operations": ["ViewAll"], "resources": ["mlmodel"]]
        ],
      ])
    try #require(policy.status == 201, "\(policy.body.text())")
    let role = try catalog.send("POST", "roles", ["name": "Nobody", "policies": ["Closed"]])
    try #require(role.status == 201, "\(role.body.text())")
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model, token: anna).status == 200) }
    let given = try catalog.send(
      "PATCH", "users/name/anna",
      [["op": "add", "path": "/roles", "value": [["id": role["id"] ?? .null, "type": "role"]]]])
    try #require(given.status == 200, "\(given.body.text())")
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model, token: anna).status == 403) }
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model).status == 200) }
  }

  @Test("a token that expires opens nothing that it opened before")
  func expired() throws {
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model).status == 200) }
    catalog.pass(seconds: 3600)
    #expect(try catalog.send("GET", Self.model).message == "Expired token!")
  }

  @Test("neither a bot's former token nor a deleted user's opens what it opened before")
  func revoked() throws {
    let bot = try catalog.ingestionBot()
    for _ in 1...2 {
      #expect(try catalog.send("GET", Self.model, token: bot).status == 200)
      #expect(try catalog.send("GET", Self.model, token: anna).status == 200)
    }
    let id = try #require(catalog.send("GET", "users/name/ingestion-bot")["id"]?.string)
    try catalog.send("PUT", "users/generateToken/\(id)", ["JWTTokenExpiry": "Unlimited"])
    #expect(try catalog.send("GET", Self.model, token: bot).status == 401)
    try catalog.send("DELETE", "users/name/anna")
    #expect(try catalog.send("GET", Self.model, token: anna).status == 404)
  }

  @Test("a personal token that was revoked opens nothing that it opened before")
  func personalToken() throws {
    let made = try catalog.send(
      "PUT", "users/security/token", ["tokenName": "ci", "JWTTokenExpiry": "30"], token: anna)
    let token = try #require(made["jwtToken"]?.string)
    for _ in 1...2 { #expect(try catalog.send("GET", Self.model, token: token).status == 200) }
    try catalog.send(
      "PUT", "users/security/token/revoke", ["tokenIds": [made["token"] ?? .null]], token: anna)
    #expect(try catalog.send("GET", Self.model, token: token).status == 401)
  }

  @Test("a remembered answer has the headers of the first one")
  func headers() throws {
    let first = try catalog.send("GET", Self.model)
    let second = try catalog.send("GET", Self.model)
    #expect(first.headers["etag"] != nil)
    #expect(first.headers == second.headers)
    #expect(first.body == second.body)
  }
}
