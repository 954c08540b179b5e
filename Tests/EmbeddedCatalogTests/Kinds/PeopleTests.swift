import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("People and teams")
struct PeopleTests {
  @Test("a token of somebody who is gone does not work for somebody else with the name")
  func namesake() throws {
    let catalog = try CatalogUnderTest()
    let token = try catalog.user("anna")
    #expect(try catalog.send("GET", "users/loggedInUser", token: token).status == 200)
    try catalog.send("DELETE", "users/name/anna?hardDelete=true")
    let other = try catalog.user("anna")
    #expect(try catalog.send("GET", "users/loggedInUser", token: token).status == 401)
    #expect(try catalog.send("GET", "users/loggedInUser", token: other).status == 200)
  }

  @Test("a session is renewed with the token that came with it, which opens nothing else")
  func refresh() throws {
    let catalog = try CatalogUnderTest()
    let login = try catalog.send(
      "POST", "users/login",
      ["email": "admin@open-metadata.org", "password": "YWRtaW4="], token: "")
    let refresh = try #require(login["refreshToken"])
    #expect(try catalog.send("GET", "users", token: refresh.string).status == 401)
    catalog.pass(seconds: 4000)
    #expect(try catalog.send("GET", "users", token: login["accessToken"]?.string).status == 401)
    let renewed = try catalog.send("POST", "users/refresh", ["refreshToken": refresh], token: "")
    #expect(try catalog.send("GET", "users", token: renewed["accessToken"]?.string).status == 200)
    let wrong = try catalog.send(
      "POST", "users/refresh", ["refreshToken": login["accessToken"]!], token: "")
    #expect(wrong.status == 401)
    catalog.pass(seconds: 8 * 86_400)
    #expect(
      try catalog.send("POST", "users/refresh", ["refreshToken": refresh], token: "").status == 401)
  }

  @Test("a session is renewed once with a token, and not under another password")
  func refreshOnce() throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.user("anna")
    func logIn(_ password: String) throws -> CatalogUnderTest.Reply {
      let body: JSON = ["email": "anna@open-metadata.org", "password": .string(password)]
      return try catalog.send("POST", "users/login", body, token: "")
    }
    func renew(_ session: CatalogUnderTest.Reply) throws -> CatalogUnderTest.Reply {
      let body: JSON = ["refreshToken": session["refreshToken"] ?? .null]
      return try catalog.send("POST", "users/refresh", body, token: "")
    }
    let first = try logIn("U2VjcmV0MSE=")
    let second = try renew(first)
    #expect(second.status == 200)
    #expect(try renew(first).status == 401)
    let third = try renew(second)
    #expect(third.status == 200)
    try catalog.send(
      "PUT", "users",
      ["name": "anna", "email": "anna@open-metadata.org", "password": "Changed1!"])
    #expect(try renew(third).status == 401)
    #expect(try renew(logIn("Q2hhbmdlZDEh")).status == 200)
  }

  @Test("wrong passwords are counted for a thousand names at most, the latest of them")
  func manyNames() {
    let attempts = LoginAttempts()
    for _ in 1...3 { attempts.failed("anna", at: 1) }
    #expect(attempts.isBlocked("anna", at: 2))
    for number in 1...999 { attempts.failed("somebody\(number)", at: 3) }
    #expect(attempts.isBlocked("anna", at: 4))
    for _ in 1...3 { attempts.failed(String(repeating: "n", count: 257), at: 4) }
    #expect(attempts.isBlocked("anna", at: 4))
    for number in 1...3 { attempts.failed("another\(number)", at: 5) }
    #expect(!attempts.isBlocked("anna", at: 6))
  }

  @Test(
    "a team tells its people, the teams below it and what it owns; its people its roles",
    arguments: GlossaryTests.lines)
  func teams(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    _ = try catalog.user("anna")
    let anna = try catalog.send("GET", "users/name/anna")["id"]!
    let role = try catalog.send("GET", "roles/name/DataSteward")["id"]!
    let team = try catalog.send(
      "PUT", "teams",
      ["name": "data", "teamType": "Group", "users": [anna], "defaultRoles": [role]])
    #expect(team.status == 201, "\(team.body.text())")
    let above = try catalog.send(
      "PUT", "teams",
      ["name": "all", "teamType": "Department", "children": [team["id"]!]])
    #expect(above.status == 201, "\(above.body.text())")
    let model = try catalog.model(["owners": [["id": team["id"]!, "type": "team"]]])
    let read = try catalog.send("GET", "teams/name/data?fields=*")
    #expect(read["userCount"] == 1)
    #expect(read["owns"]?.array?.first?["id"] == model["id"])
    #expect(read["parents"]?.array?.first?["name"] == "all")
    let parent = try catalog.send("GET", "teams/name/all?fields=children,childrenCount")
    #expect(parent["children"]?.array?.first?["name"] == "data")
    #expect(parent["childrenCount"] == 1)
    let user = try catalog.send("GET", "users/name/anna?fields=inheritedRoles,teams")
    #expect(user["inheritedRoles"]?.array?.first?["name"] == "DataSteward")
    let steward = try catalog.send("GET", "roles/name/DataSteward?fields=teams,users")
    #expect(steward["teams"]?.array?.first?["name"] == "data")
  }

  @Test("a user who is patched gets no rights that were never given")
  func patch() throws {
    let catalog = try CatalogUnderTest()
    _ = try catalog.user("anna")
    let id = try catalog.send("GET", "users/name/anna")["id"]!.string!
    let reply = try catalog.send(
      "PATCH", "users/\(id)", [["op": "add", "path": "/displayName", "value": "Anna"]])
    #expect(reply["changeDescription"]?["fieldsAdded"]?.array?.count == 1, "\(reply.body.text())")
  }

  @Test("who may edit labels alone moves nothing into them from elsewhere")
  func move() throws {
    let catalog = try CatalogUnderTest()
    let model = try catalog.model(["displayName": "Revenue", "description": "text"])
    let consumer = try catalog.user("anna")
    let reply = try catalog.send(
      "PATCH", "mlmodels/\(model["id"]!.string!)",
      [["op": "move", "from": "/displayName", "path": "/description"]], token: consumer)
    #expect(reply.status == 403, "\(reply.body.text())")
    #expect(reply.message.contains("EditDisplayName"))
  }
}
