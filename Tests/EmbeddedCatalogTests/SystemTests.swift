import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("What the server says about itself")
struct SystemTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  @Test("entities are counted, soft-deleted ones only when asked for, bots never")
  func entityCounts() throws {
    let id = try #require(catalog.model()["id"]?.string)
    let anna = try catalog.user("anna")
    let counts = try catalog.send("GET", "system/entities/count", token: anna)
    #expect(counts["tableCount"] == 1)
    #expect(counts["mlmodelCount"] == 1)
    #expect(counts["servicesCount"] == 2)
    #expect(counts["userCount"] == 2)
    #expect(counts["topicCount"] == 0)
    try catalog.send("DELETE", "mlmodels/\(id)")
    #expect(try catalog.send("GET", "system/entities/count")["mlmodelCount"] == 0)
    let all = try catalog.send("GET", "system/entities/count?include=all")
    #expect(all["mlmodelCount"] == 1)
    let services = try catalog.send("GET", "system/services/count")
    #expect(services["mlModelServiceCount"] == 1)
    #expect(services["databaseServiceCount"] == 1)
    #expect(services["pipelineServiceCount"] == 0)
  }

  @Test("the state of its parts is told to whoever has a token")
  func status() throws {
    let status = try catalog.send("GET", "system/status")
    for part in ["database", "searchInstance", "jwks", "migrations"] {
      #expect(status[part]?["passed"] == true, "\(part)")
      #expect(status[part]?["message"] == "OK")
    }
    #expect(status["pipelineServiceClient"]?["passed"] == false)
    for path in ["status", "entities/count", "services/count"] {
      #expect(try catalog.send("GET", "system/\(path)", token: "").status == 401)
    }
  }

  @Test("who is asking is told with the fields asked for, and the teams that can own")
  func loggedInUser() throws {
    let anna = try catalog.user("anna", role: "DataSteward")
    let id = try #require(catalog.send("GET", "users/name/anna")["id"])
    for (name, type) in [("Makers", "Group"), ("Unit", "BusinessUnit")] {
      let made = try catalog.send(
        "POST", "teams", ["name": .string(name), "teamType": .string(type), "users": [id]])
      #expect(made.status == 201, "\(made.message)")
    }
    let me = try catalog.send("GET", "users/loggedInUser?fields=roles,teams", token: anna)
    #expect(me["name"] == "anna")
    #expect(me["roles"]?.array?.map { $0["name"] } == ["DataSteward"])
    #expect(me["teams"]?.array?.count == 2)
    let teams = try catalog.send("GET", "users/loggedInUser/groupTeams", token: anna)
    #expect(teams.body.array?.map { $0["name"] } == ["Makers"])
    #expect(try catalog.send("GET", "users/loggedInUser/groupTeams", token: "").status == 401)
    #expect(try catalog.send("GET", "users/loggedInUser?fields=nothing").status == 400)
  }
}
