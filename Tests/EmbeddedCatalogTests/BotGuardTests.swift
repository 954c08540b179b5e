import JSONDocuments
import Testing

@testable import EmbeddedCatalog

/// From 2.0 on a bot's PUT leaves what a policy keeps the bot from editing.
@Suite("What a bot's PUT leaves on 2.0")
struct BotGuardTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest(version: "2.0.7") }

  /// The token of a bot that may do everything except what is denied.
  private func bot(denied: [JSON]) throws -> String {
    var rules: [JSON] = [
      ["name": "allow", "effect": "allow", "operations": ["All"], "resources": ["All"]]
    ]
    if !denied.isEmpty {
      rules.append([
        "name": "deny", "effect": "deny", "operations": .array(denied), "resources": ["All"],
      ])
    }
    try catalog.send("PUT", "policies", ["name": "ci.policy", "rules": .array(rules)])
    let role = try catalog.send("PUT", "roles", ["name": "ci.role", "policies": ["ci.policy"]])
    let user = try catalog.send(
      "PUT", "users",
      [
        "name": "ci", "email": "ci@open-metadata.org", "isBot": true,
        "roles": [try #require(role["id"])],
        "authenticationMechanism": ["authType": "JWT", "config": ["JWTTokenExpiry": "90"]],
      ])
    let id = try #require(user["id"]?.string)
    return try #require(catalog.send("GET", "users/token/\(id)")["JWTToken"]?.string)
  }

  private func reference(_ user: String) throws -> JSON {
    ["id": try #require(catalog.send("GET", "users/name/\(user)")["id"]), "type": "user"]
  }

  @Test("a display name is left only where editing it is denied", arguments: [true, false])
  func displayName(isDenied: Bool) throws {
    try catalog.model(["displayName": "Shown"])
    let request = try catalog.modelRequest(["displayName": "Robot"])
    let reply = try catalog.send(
      "PUT", "mlmodels", request, token: bot(denied: isDenied ? ["EditDisplayName"] : []))
    #expect(reply.status == 200)
    #expect(reply["displayName"] == (isDenied ? "Shown" : "Robot"))
  }

  @Test("owners are left only where editing them is denied", arguments: [true, false])
  func owners(isDenied: Bool) throws {
    try catalog.model(["owners": [reference("admin")]])
    let token = try bot(denied: isDenied ? ["EditOwners"] : [])
    let request = try catalog.modelRequest(["owners": [reference("ci")]])
    let reply = try catalog.send("PUT", "mlmodels", request, token: token)
    #expect(reply["owners"]?.array?.compactMap { $0["name"] } == [isDenied ? "admin" : "ci"])
  }

  @Test("owners that nobody set are set by any bot")
  func firstOwners() throws {
    try catalog.model()
    let token = try bot(denied: ["EditOwners"])
    let request = try catalog.modelRequest(["owners": [reference("ci")]])
    let reply = try catalog.send("PUT", "mlmodels", request, token: token)
    #expect(reply["owners"]?.array?.count == 1)
  }
}
