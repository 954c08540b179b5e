import Diagnostics
import JSONDocuments
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("A model's life on each server line", .timeLimit(.minutes(2)))
struct ServerLineTests {
  @Test(
    "after every kind of change the catalog shows the plan, and a second run writes nothing",
    arguments: ["1.5.10", "1.9.3", "1.13.0", "2.0.7"])
  func life(version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    let project = try Project()
    _ = try await catalog.catalog.makeUser("ana", role: "DataConsumer")
    try await catalog.publishTwice(project, "created")

    try await catalog.edit("description", "By a person", token: catalog.catalog.adminToken)
    var features = try #require(try await catalog.model()["mlFeatures"]?.array)
    var feature = try #require(features[1].object)
    feature["description"] = "What people say of it"
    features[1] = .object(feature)
    try await catalog.edit("mlFeatures", .array(features), token: catalog.catalog.adminToken)

    try project.replace("XGBoost", with: "LightGBM")
    try project.replace("target:", with: "displayName: Revenue\nowners: [ana]\ntarget:")
    try project.replace(
      "target:", with: "tags: [PII.None, PersonalData.Personal]\ntier: Tier.Tier2\ntarget:")
    try project.replace("algorithm:", with: "server: https://models.example/revenue\nalgorithm:")
    try await catalog.publishTwice(project, "widened")
    var model = try await catalog.model()
    #expect(model["description"] == "By a person")
    #expect(model["mlFeatures"]?.array?[1]["description"] == "What people say of it")
    #expect(model["owners"]?.array?.compactMap { $0["name"]?.string } == ["ana"])
    #expect(tags(model) == ["PII.None", "PersonalData.Personal", "Tier.Tier2"])

    try project.replace("[PII.None, PersonalData.Personal]", with: "[PII.None]")
    try project.replace("Tier.Tier2", with: "Tier.Tier1")
    try project.replace("owners: [ana]\n", with: "")
    try project.replace("value: 0.50", with: "value: 0.7")
    try project.replace("name: average_price", with: "name: restaurant_id")
    try await catalog.publishTwice(project, "changed")
    model = try await catalog.model()
    #expect(tags(model) == ["PII.None", "Tier.Tier1"])
    #expect(model["owners"]?.array ?? [] == [])
    #expect(model["mlHyperParameters"]?.array?.first?["value"] == "0.7")
    #expect(
      try await catalog.edges()["restaurants"] == [
        "rating → restaurant_dimension", "restaurant_id → restaurant_dimension",
      ])

    try project.replace("Predicts the revenue of restaurants.", with: "By a person")
    let taken = try await catalog.publish(project)
    #expect(taken.requests.writes == 0, "a text taken over: \(taken.told)")
    #expect(taken.outcome.status == .success)

    try project.replace("server: https://models.example/revenue\n", with: "")
    try project.replace("displayName: Revenue", with: "displayName:")
    try project.replace("tags: [PII.None]", with: "tags: []")
    try project.replace("tier: Tier.Tier1\n", with: "")
    try await catalog.publishTwice(project, "narrowed")
    model = try await catalog.model()
    #expect(model["server"] == nil)
    #expect(model["displayName"] == nil)
    #expect(tags(model) == [])
    #expect(model["description"] == "By a person")
  }

  private func tags(_ model: JSON) -> [String] {
    (model["tags"]?.array ?? []).compactMap { $0["tagFQN"]?.string }.sorted()
  }
}
