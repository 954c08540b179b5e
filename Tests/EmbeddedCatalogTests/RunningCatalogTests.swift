import JSONDocuments
import TestSupport
import Testing

@Suite struct RunningCatalogTests {
  @Test(
    "A catalog on a socket gives a bot a token with which it creates a model",
    arguments: ["1.5.10", "2.0.7"])
  func botCreatesModel(version: String) async throws {
    let catalog = try await RunningCatalog(version: version)
    let bot = try await catalog.makeBot("publisher")
    #expect(try await catalog.require("GET", "system/version")["version"] == .string(version))
    let me = try await catalog.require("GET", "users/loggedInUser?fields=roles", token: bot)
    #expect(me["name"] == "publisher")
    #expect(me["isBot"] == true)
    try await catalog.require(
      "PUT", "services/mlmodelServices", ["name": "Models", "serviceType": "CustomMlModel"],
      token: bot)
    let model = try await catalog.call(
      "PUT", "mlmodels",
      ["name": "Revenue Predictions", "service": "Models", "algorithm": "XGBoost"], token: bot)
    #expect(model.status == 201)
    #expect(model.header("X-OpenMetadata-Change") == "entityCreated")
    let read = try await catalog.require(
      "GET", "mlmodels/name/Models.Revenue%20Predictions?fields=owners,tags", token: bot)
    #expect(read["algorithm"] == "XGBoost")
    #expect(read["updatedBy"] == "publisher")
  }
}
