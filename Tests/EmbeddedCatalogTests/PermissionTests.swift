import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Permissions")
struct PermissionTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  /// The access to each operation of a resource.
  private func access(_ path: String, token: String? = nil) throws -> [String: String] {
    let reply = try catalog.send("GET", "permissions/" + path, token: token)
    try #require(reply.status == 200, "\(reply.body.text())")
    return Self.access(reply.body)
  }

  private static func access(_ resource: JSON) -> [String: String] {
    Dictionary(
      (resource["permissions"]?.array ?? []).map {
        ($0["operation"]?.string ?? "", $0["access"]?.string ?? "")
      }
    ) { $1 }
  }

  @Test("an administrator is allowed every operation that exists on a resource")
  func administrator() throws {
    let model = try access("mlmodel")
    #expect(Set(model.values) == ["allow"])
    #expect(
      model.keys.sorted() == [
        "Create", "Delete", "EditAll", "EditCustomFields", "EditDescription", "EditDisplayName",
        "EditLineage", "EditOwners", "EditTags", "EditTier", "ViewAll",
        "ViewBasic",
      ])
  }

  @Test("a consumer's permissions name the rule, its policy and its role")
  func consumer() throws {
    let anna = try catalog.user("anna", role: "DataConsumer")
    let access = try access("mlmodel", token: anna)
    #expect(access["ViewAll"] == "allow")
    #expect(access["EditDescription"] == "allow")
    #expect(access["EditTags"] == "allow")
    // An owner may do all, whoever may come to own a thing that nobody owns.
    #expect(access["Create"] == "conditionalAllow")
    #expect(access["EditOwners"] == "conditionalAllow")
    let reply = try catalog.send("GET", "permissions/mlmodel", token: anna)
    let permission = try #require(
      reply["permissions"]?.array?.first { $0["operation"] == "EditDescription" })
    #expect(permission["policy"] == "DataConsumerPolicy")
    #expect(permission["role"] == "DataConsumer")
    #expect(permission["rule"]?["name"] == "DataConsumerPolicy-EditRule")
  }

  @Test("of one entity the conditions are told")
  func entity() throws {
    let anna = try catalog.user("anna")
    let user = try #require(catalog.send("GET", "users/name/anna")["id"])
    let id = try #require(catalog.model()["id"]?.string)
    #expect(try access("mlmodel/\(id)", token: anna)["EditAll"] == "notAllow")
    #expect(try access("mlmodel/\(id)", token: anna)["EditOwners"] == "allow")
    let owners: JSON = [
      ["op": "add", "path": "/owners", "value": [["id": user, "type": "user"]]]
    ]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", owners).status == 200)
    #expect(try access("mlmodel/name/Models.Revenue", token: anna)["Delete"] == "allow")
    let bert = try catalog.user("bert")
    #expect(try access("mlmodel/name/Models.Revenue", token: bert)["EditOwners"] == "notAllow")
  }

  @Test("what a role denies an administrator is allowed all the same, and said to be")
  func deniedAdministrator() throws {
    let role = try catalog.send("GET", "roles/name/IngestionBotRole")["id"] ?? .null
    let admin = try catalog.send("GET", "users/name/admin")["id"]?.string ?? ""
    let patched = try catalog.send(
      "PATCH", "users/\(admin)",
      [["op": "add", "path": "/roles", "value": [["id": role, "type": "role"]]]])
    #expect(patched.status == 200)
    try catalog.model()
    #expect(try access("mlmodel/name/Models.Revenue")["EditDisplayName"] == "allow")
    #expect(try access("mlmodel")["EditDisplayName"] == "allow")
  }

  @Test("what a rule denies overrides what another allows")
  func denied() throws {
    let access = try access("mlmodel", token: catalog.ingestionBot())
    #expect(access["EditDisplayName"] == "deny")
    #expect(access["EditAll"] == "allow")
    #expect(access["Create"] == "allow")
  }

  @Test("every resource is listed, all of them together too")
  func list() throws {
    let reply = try catalog.send("GET", "permissions")
    let resources = (reply["data"]?.array ?? []).compactMap { $0["resource"]?.string }
    #expect(resources == resources.sorted())
    #expect(Set(["all", "table", "mlmodel", "user", "policy"]).isSubset(of: resources))
    #expect(reply["paging"]?["total"]?.integer == Int64(resources.count))
  }

  @Test("an administrator sees others' permissions, nobody else does")
  func others() throws {
    let anna = try catalog.user("anna")
    #expect(try access("mlmodel?user=anna")["Create"] == "conditionalAllow")
    #expect(try access("mlmodel?user=anna", token: anna)["Create"] == "conditionalAllow")
    let refused = try catalog.send("GET", "permissions?user=admin", token: anna)
    #expect(refused.status == 403)
    #expect(try catalog.send("GET", "permissions?user=nobody").status == 404)
  }

  @Test("policies are judged by themselves")
  func policies() throws {
    let id = try #require(catalog.send("GET", "policies/name/IngestionBotPolicy")["id"]?.string)
    let reply = try catalog.send("GET", "permissions/policies?ids=\(id)")
    let table = try #require(reply["data"]?.array?.first { $0["resource"] == "table" })
    #expect(Self.access(table)["EditDisplayName"] == "deny")
    #expect(Self.access(table)["EditOwners"] == "allow")
    let none = try catalog.send("GET", "permissions/policies")
    let access = Self.access(none["data"]?.array?.first ?? .null)
    #expect(Set(access.values) == ["notAllow"])
  }

  @Test("what does not exist has no permissions")
  func missing() throws {
    let unknown = try catalog.send("GET", "permissions/nothing")
    #expect(unknown.status == 400)
    #expect(unknown.message == "Resource type nothing not found")
    #expect(try catalog.send("GET", "permissions/nothing/name/a").status == 400)
    #expect(try catalog.send("GET", "permissions/mlmodel/name/a.b").status == 404)
    #expect(try catalog.send("GET", "permissions/policies?ids=x").status == 404)
  }

  @Test("operations are those of the line")
  func lines() throws {
    let later = try CatalogUnderTest(version: "1.13.0")
    let reply = try later.send("GET", "permissions/mlmodel")
    let operations = Self.access(reply.body).keys
    #expect(operations.contains("EditGlossaryTerms"))
    #expect(operations.contains("EditCertification"))
    #expect(try access("mlmodel")["EditGlossaryTerms"] == nil)
  }

  // MARK: Tokens

  @Test("a personal token ends when it was said to, and can be told apart from others")
  func personalTokens() throws {
    let session = try catalog.user("anna")
    func make(_ name: String, _ expiry: String) throws -> CatalogUnderTest.Reply {
      try catalog.send(
        "PUT", "users/security/token",
        ["tokenName": .string(name), "JWTTokenExpiry": .string(expiry)], token: session)
    }
    let short = try #require(make("short", "OneHour")["jwtToken"]?.string)
    let long = try #require(make("long", "7")["jwtToken"]?.string)
    let listed = try catalog.send("GET", "users/security/token", token: session)
    #expect(
      listed["data"]?.array?.compactMap { $0["tokenName"]?.string }.sorted() == ["long", "short"])
    #expect(try make("bad", "2")["code"] == 400)
    catalog.pass(seconds: 3600)
    let ended = try catalog.send("GET", "mlmodels", token: short)
    #expect(ended.status == 401)
    #expect(ended.message == "Expired token!")
    #expect(try catalog.send("GET", "mlmodels", token: long).status == 200)
    catalog.pass(seconds: 7 * 86_400)
    #expect(try catalog.send("GET", "mlmodels", token: long).status == 401)
  }

  @Test("tokens of who was deleted are worthless; no bot makes personal ones")
  func goneUser() throws {
    let session = try catalog.user("anna")
    let id = try #require(catalog.send("GET", "users/name/anna")["id"]?.string)
    #expect(try catalog.send("DELETE", "users/\(id)").status == 200)
    #expect(try catalog.send("GET", "mlmodels", token: session).status == 404)
    let refused = try catalog.send(
      "PUT", "users/security/token", ["tokenName": "x", "JWTTokenExpiry": "7"],
      token: catalog.ingestionBot())
    #expect(refused.status == 400)
  }
}
