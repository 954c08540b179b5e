import JSONDocuments
import Testing

@testable import EmbeddedCatalog

/// Users, services and whatever else lies in nothing are found by their bare names too.
@Suite("Names with dots", .serialized)
struct DottedNameTests {
  @Test("somebody whose name has a dot logs in and is found by it", arguments: ["1.5.10", "2.0.7"])
  func user(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    let token = try catalog.user("Ann.Lee")
    let me = try catalog.send("GET", "users/loggedInUser", token: token)
    #expect(me.status == 200)
    #expect(me["name"] == "ann.lee")
    #expect(me["fullyQualifiedName"] == "\"ann.lee\"")
    #expect(try catalog.send("GET", "users/name/ann.lee").status == 200)
    #expect(try catalog.send("GET", "users/name/%22ann.lee%22").status == 200)
    #expect(try catalog.send("GET", "users/name/ann..lee").status == 404)
  }

  @Test("a bot whose name has a dot is made and acts")
  func bot() throws {
    let catalog = try CatalogUnderTest()
    let user = try catalog.send(
      "PUT", "users",
      [
        "name": "ci.bot", "email": "ci.bot@open-metadata.org", "isBot": true,
        "authenticationMechanism": ["authType": "JWT", "config": ["JWTTokenExpiry": "90"]],
      ])
    let id = try #require(user["id"]?.string)
    #expect(try catalog.send("PUT", "bots", ["name": "ci.bot", "botUser": "ci.bot"]).status == 201)
    let token = try #require(catalog.send("GET", "users/token/\(id)")["JWTToken"]?.string)
    #expect(try catalog.send("GET", "users/loggedInUser", token: token)["name"] == "ci.bot")
  }

  @Test("a service whose name has a dot is named with and without quotes")
  func service() throws {
    let catalog = try CatalogUnderTest()
    let made = try catalog.send(
      "PUT", "services/mlmodelServices", ["name": "my.svc", "serviceType": "CustomMlModel"])
    #expect(made["fullyQualifiedName"] == "\"my.svc\"")
    #expect(try catalog.send("GET", "services/mlmodelServices/name/my.svc").status == 200)
    let model: JSON = ["name": "m", "service": "my.svc", "algorithm": "x"]
    #expect(try catalog.send("PUT", "mlmodels", model)["fullyQualifiedName"] == "\"my.svc\".m")
    for service in ["my.svc", "%22my.svc%22"] {
      let page = try catalog.send("GET", "mlmodels?service=\(service)")
      #expect(page["paging"]?["total"] == 1)
    }
  }
}
