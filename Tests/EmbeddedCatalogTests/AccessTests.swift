import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Access")
struct AccessTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  @Test(
    "only the server's own description is open",
    arguments: ["version", "health", "config/jwks", "config/auth", "config/authorizer"])
  func open(path: String) throws {
    #expect(try catalog.send("GET", "system/\(path)", token: "").status == 200)
  }

  @Test(
    "without a token everything else is 401 with OpenMetadata's words",
    arguments: ["mlmodels", "users/loggedInUser", "lineage/table/name/a"])
  func noToken(path: String) throws {
    let reply = try catalog.send("GET", path, token: "")
    #expect(reply.status == 401)
    #expect(reply.message == "Not Authorized! Token not present")
    #expect(reply["code"] == 401)
    #expect(reply.headers["www-authenticate"] == "om-auth")
  }

  @Test("a token of another server is refused")
  func foreignKey() throws {
    let other = try CatalogUnderTest(isFresh: true)
    let reply = try catalog.send("GET", "mlmodels", token: other.adminToken)
    #expect(reply.status == 401)
    #expect(reply.message.contains("Public key mismatch"))
  }

  @Test("a session ends after an hour")
  func expiry() throws {
    catalog.pass(seconds: 3599)
    #expect(try catalog.send("GET", "mlmodels").status == 200)
    catalog.pass(seconds: 1)
    let reply = try catalog.send("GET", "mlmodels")
    #expect(reply.status == 401)
    #expect(reply.message == "Expired token!")
  }

  @Test("a new token of a bot makes the old one worthless")
  func rotation() throws {
    let old = try catalog.ingestionBot()
    #expect(try catalog.send("GET", "mlmodels", token: old).status == 200)
    let id = try #require(catalog.send("GET", "users/name/ingestion-bot")["id"]?.string)
    let reply = try catalog.send(
      "PUT", "users/generateToken/\(id)", ["JWTTokenExpiry": "Unlimited"])
    let new = try #require(reply["JWTToken"]?.string)
    #expect(reply["JWTTokenExpiresAt"] == .null)
    let refused = try catalog.send("GET", "mlmodels", token: old)
    #expect(refused.status == 401)
    #expect(refused.message.contains("does not match the current bot's token"))
    #expect(try catalog.send("GET", "mlmodels", token: new).status == 200)
    try catalog.send("PUT", "users/revokeToken", ["id": .string(id)])
    #expect(try catalog.send("GET", "mlmodels", token: new).status == 401)
  }

  @Test("a bot's token is read as a mechanism, by administrators only")
  func mechanism() throws {
    let token = try catalog.ingestionBot()
    let id = try #require(catalog.send("GET", "users/name/ingestion-bot")["id"]?.string)
    let mechanism = try catalog.send("GET", "users/auth-mechanism/\(id)")
    #expect(mechanism["authType"] == "JWT")
    #expect(mechanism["config"]?["JWTToken"] == .string(token))
    #expect(mechanism["config"]?["JWTTokenExpiry"] == "Unlimited")
    let refused = try catalog.send("GET", "users/token/\(id)", token: token)
    #expect(refused.status == 403)
    #expect(refused.message == "Principal: CatalogPrincipal{name='ingestion-bot'} is not admin")
  }

  @Test("a personal token acts for its owner until it is revoked")
  func personalToken() throws {
    let session = try catalog.user("anna")
    let made = try catalog.send(
      "PUT", "users/security/token", ["tokenName": "ci", "JWTTokenExpiry": "30"], token: session)
    let token = try #require(made["jwtToken"]?.string)
    #expect(try catalog.send("GET", "users/loggedInUser", token: token)["name"] == "anna")
    let id = try #require(made["token"])
    try catalog.send(
      "PUT", "users/security/token/revoke", ["tokenIds": [id]], token: session)
    #expect(try catalog.send("GET", "mlmodels", token: token).status == 401)
  }

  // MARK: Logging in

  @Test("a password that is not Base64 is 400")
  func plainPassword() throws {
    let reply = try catalog.send(
      "POST", "users/login", ["email": "admin@open-metadata.org", "password": "pass word!"],
      token: "")
    #expect(reply.status == 400)
    #expect(reply.message == "Password needs to be encoded in Base-64.")
  }

  @Test("three wrong passwords block a user for ten minutes, even with the right one")
  func blocked() throws {
    func logIn(_ password: JSON) throws -> CatalogUnderTest.Reply {
      try catalog.send(
        "POST", "users/login", ["email": "admin@open-metadata.org", "password": password],
        token: "")
    }
    for _ in 1...3 { #expect(try logIn("d3Jvbmc=").status == 401) }
    let blocked = try logIn("YWRtaW4=")
    #expect(blocked.message.hasPrefix("Failed Login Attempts Exceeded"))
    catalog.pass(seconds: 599)
    #expect(try logIn("YWRtaW4=").status != 200)
    catalog.pass(seconds: 2)
    let reply = try logIn("YWRtaW4=")
    #expect(reply.status == 200)
    #expect(reply["tokenType"] == "Bearer ")
    #expect(reply["expiryDuration"]?.integer != nil)
  }

  @Test("no answer shows a password or another's token")
  func noSecrets() throws {
    _ = try catalog.user("anna")
    let bot = try catalog.ingestionBot()
    for path in [
      "users?fields=*&limit=100", "users/name/anna?fields=*", "users/name/ingestion-bot?fields=*",
    ] {
      let text = try catalog.send("GET", path).body.text()
      #expect(!text.contains("Secret1!"))
      #expect(!text.contains("pbkdf2"))
      #expect(!text.contains(bot))
    }
  }

  // MARK: Roles

  @Test("a consumer reads, edits descriptions and tags, and is refused everything else")
  func consumer() throws {
    let anna = try catalog.user("anna", role: "DataConsumer")
    let model = try catalog.model()
    let id = try #require(model["id"]?.string)
    #expect(try catalog.send("GET", "mlmodels/\(id)", token: anna).status == 200)
    let description: JSON = [["op": "add", "path": "/description", "value": "mine"]]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", description, token: anna).status == 200)
    let tier: JSON = [
      [
        "op": "add", "path": "/tags/0",
        "value": [
          "tagFQN": "Tier.Tier1", "source": "Classification", "labelType": "Manual",
          "state": "Confirmed",
        ],
      ]
    ]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", tier, token: anna).status == 200)
    let algorithm: JSON = [["op": "replace", "path": "/algorithm", "value": "SVM"]]
    let refused = try catalog.send("PATCH", "mlmodels/\(id)", algorithm, token: anna)
    #expect(refused.status == 403)
    #expect(
      refused.message == "Principal: CatalogPrincipal{name='anna'} operations [EditAll] not allowed"
    )
    let put = try catalog.send(
      "PUT", "mlmodels", catalog.modelRequest(["description": "x"]), token: anna)
    #expect(put.status == 403)
    let create = try catalog.send(
      "POST", "services/mlmodelServices", ["name": "S", "serviceType": "Mlflow"], token: anna)
    #expect(
      create.message == "Principal: CatalogPrincipal{name='anna'} operations [Create] not allowed")
    #expect(try catalog.send("DELETE", "mlmodels/\(id)", token: anna).message.contains("[Delete]"))
  }

  @Test("a patch that tests the version needs EditAll and nothing finer")
  func testNeedsEditAll() throws {
    let anna = try catalog.user("anna", role: "DataSteward")
    let id = try #require(catalog.model()["id"]?.string)
    let patch: JSON = [
      ["op": "test", "path": "/version", "value": .number(JSONNumber(lexeme: "0.1"))],
      ["op": "add", "path": "/description", "value": "mine"],
    ]
    let refused = try catalog.send("PATCH", "mlmodels/\(id)", patch, token: anna)
    #expect(refused.status == 403)
    #expect(refused.message.contains("[EditAll]"))
    let bot = try catalog.ingestionBot()
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", patch, token: bot).status == 200)
  }

  @Test("the ingestion bot may not edit display names, unless EditAll is all that is asked")
  func deniedDisplayName() throws {
    let bot = try catalog.ingestionBot()
    let id = try #require(catalog.model()["id"]?.string)
    let patch: JSON = [["op": "add", "path": "/displayName", "value": "R"]]
    let refused = try catalog.send("PATCH", "mlmodels/\(id)", patch, token: bot)
    #expect(refused.status == 403)
    #expect(refused.message.contains("operation EditDisplayName denied by role IngestionBotRole"))
    let tested: JSON = [
      ["op": "test", "path": "/algorithm", "value": "XGBoost"],
      ["op": "add", "path": "/displayName", "value": "R"],
    ]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", tested, token: bot).status == 200)
  }

  @Test("an owner may do everything with what is owned, by a team too")
  func owner() throws {
    let anna = try catalog.user("anna")
    let user = try #require(catalog.send("GET", "users/name/anna")["id"])
    let team = try catalog.send(
      "POST", "teams", ["name": "Makers", "teamType": "Group", "users": [user]])
    let model = try catalog.model(["owners": [["id": team["id"]!, "type": "team"]]])
    let patch: JSON = [["op": "replace", "path": "/algorithm", "value": "SVM"]]
    let reply = try catalog.send(
      "PATCH", "mlmodels/\(model["id"]!.string!)", patch, token: anna)
    #expect(reply.status == 200)
    #expect(try catalog.send("GET", "teams/name/Makers?fields=users")["users"]?.array?.count == 1)
  }

  @Test("only administrators make bots and administrators")
  func makingBots() throws {
    let bot = try catalog.ingestionBot()
    for flag in ["isBot", "isAdmin"] {
      // A text is taken as the truth value it spells.
      for value: JSON in [true, "true"] {
        let request = JSONObject([
          .init(key: "name", value: "x"), .init(key: "email", value: "x@y.zz"),
          .init(key: flag, value: value),
        ])
        #expect(
          try catalog.send("PUT", "users", .object(request), token: bot).status == 403,
          "\(flag): \(value.text())")
      }
    }
  }

  @Test("a patch cannot make its sender an administrator")
  func escalation() throws {
    let anna = try catalog.user("anna")
    let id = try #require(catalog.send("GET", "users/name/anna")["id"]?.string)
    for path in ["/isAdmin", "/isBot"] {
      let patch: JSON = [["op": "replace", "path": .string(path), "value": true]]
      #expect(try catalog.send("PATCH", "users/\(id)", patch, token: anna).status == 403)
    }
    let bot = try catalog.ingestionBot()
    let patch: JSON = [["op": "replace", "path": "/isAdmin", "value": true]]
    #expect(try catalog.send("PATCH", "users/\(id)", patch, token: bot).status == 403)
    let role = try #require(catalog.send("GET", "roles/name/IngestionBotRole")["id"])
    let roles: JSON = [
      ["op": "add", "path": "/roles", "value": [["id": role, "type": "role"]]]
    ]
    #expect(try catalog.send("PATCH", "users/\(id)", roles, token: anna).status == 403)
    let admin = try #require(catalog.send("GET", "users/name/admin")["id"]?.string)
    let demotion: JSON = [["op": "move", "from": "/isAdmin", "path": "/timezone"]]
    #expect(try catalog.send("PATCH", "users/\(admin)", demotion, token: bot).status == 403)
  }

  @Test("user names are kept and found in lower case")
  func lowerCase() throws {
    let reply = try catalog.send(
      "POST", "users", ["name": "Anna.B", "email": "Anna.B@open-metadata.org"])
    #expect(reply["name"] == "anna.b")
    #expect(reply["fullyQualifiedName"] == "\"anna.b\"")
    #expect(try catalog.send("GET", "users/name/%22Anna.B%22").status == 200)
  }
}
