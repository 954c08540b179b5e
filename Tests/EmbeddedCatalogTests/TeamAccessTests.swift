import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("What teams and containers give, and what policies take")
struct TeamAccessTests {
  private let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  private func patch(_ path: String, _ value: JSON, as token: String) throws -> Int {
    let id = try catalog.model()["id"]?.string ?? ""
    return try catalog.send(
      "PATCH", "mlmodels/\(id)", [["op": "add", "path": .string(path), "value": value]],
      token: token
    ).status
  }

  private func id(_ path: String) throws -> JSON {
    try #require(catalog.send("GET", path)["id"])
  }

  /// A policy that denies looking at tables, and a role that has it.
  private func denyTables() throws {
    try catalog.send(
      "PUT", "policies",
      [
        "name": "NoTables",
        "rules": [
          ["name": "r", "effect": "deny", "operations": ["ViewAll"], "resources": ["table"]]
        ],
      ])
    try catalog.send("PUT", "roles", ["name": "Blind", "policies": ["NoTables"]])
  }

  /// Somebody of a group within a department.
  private func member(department: JSON) throws -> String {
    let token = try catalog.user("tom")
    let department = try #require(catalog.send("PUT", "teams", department)["id"])
    let group = try #require(
      catalog.send(
        "PUT", "teams", ["name": "Group", "teamType": "Group", "parents": [department]])["id"])
    let tom = try id("users/name/tom").string ?? ""
    let reply = try catalog.send(
      "PATCH", "users/\(tom)",
      [["op": "add", "path": "/teams", "value": [["id": group, "type": "team"]]]])
    try #require(reply.status == 200, "\(reply.message)")
    return token
  }

  @Test("the roles of a team above one's own are one's own, until that team is deleted")
  func inheritedRole() throws {
    let role = try id("roles/name/DataSteward")
    let token = try member(
      department: ["name": "Department", "teamType": "Department", "defaultRoles": [role]])
    #expect(try patch("/displayName", "x", as: token) == 200)
    try catalog.send("DELETE", "teams/name/Department")
    #expect(try patch("/displayName", "y", as: token) == 403)
    let user = try catalog.send("GET", "users/loggedInUser?fields=inheritedRoles", token: token)
    #expect(user["inheritedRoles"] == [])
  }

  @Test("the policies of a team above one's own hold")
  func teamPolicy() throws {
    try denyTables()
    let table = try catalog.table()
    let policy = try id("policies/name/NoTables")
    let token = try member(
      department: ["name": "Department", "teamType": "Department", "policies": [policy]])
    #expect(try catalog.send("GET", "tables/\(table)", token: token).status == 403)
  }

  @Test("what may not be read has no history to read either")
  func versions() throws {
    try denyTables()
    let table = try catalog.table()
    let token = try catalog.user("blind", role: "Blind")
    for path in ["", "/versions", "/versions/0.1"] {
      #expect(try catalog.send("GET", "tables/\(table)\(path)", token: token).status == 403)
      #expect(try catalog.send("GET", "tables/\(table)\(path)").status == 200)
    }
  }

  @Test("the owner of a service owns its models, which nobody else can then take")
  func inheritedOwner() throws {
    let olga = try catalog.user("olga")
    let owner: JSON = [["id": try id("users/name/olga"), "type": "user"]]
    let carl = try catalog.user("carl", role: "DataConsumer")
    let own: JSON = [["id": try id("users/name/carl"), "type": "user"]]
    #expect(try patch("/target", "x", as: olga) == 403)
    try catalog.send(
      "PUT", "services/mlmodelServices",
      ["name": "Models", "serviceType": "CustomMlModel", "owners": owner])
    #expect(try patch("/target", "x", as: olga) == 200)
    #expect(try patch("/owners", own, as: carl) == 403)
    // With owners of its own it is no longer the service's owner's.
    #expect(try patch("/owners", own, as: catalog.adminToken) == 200)
    #expect(try patch("/target", "y", as: olga) == 403)
    #expect(try patch("/target", "y", as: carl) == 200)
  }
}
