import Diagnostics
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("What others edit in the catalog", .timeLimit(.minutes(10)))
struct OwnershipTests {
  private let catalog: SampleCatalog
  private let steward: String
  private let project: Project

  init() async throws {
    (catalog, project) = try await SampleCatalog.published()
    steward = try await catalog.catalog.makeUser("steward", role: "DataSteward")
  }

  @Test("ownership of the project config holds for manifests that say nothing")
  func projectOwnership() async throws {
    try await catalog.edit("description", "D1", token: steward)
    try project.write("ownership: {description: manifest}\n", to: "mlcatalog.yaml")
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.requests.writes > 0)
    #expect(try await catalog.model()["description"] != "D1")
  }

  @Test(
    "publish D0; a steward writes D1, kept; publish a new algorithm; publish again → D1 still there and nothing written"
  )
  func stewardsDescription() async throws {
    try await catalog.edit("description", "D1", token: steward)

    let kept = try await catalog.publish(project)
    #expect(kept.outcome.status == .success, "\(kept.told)")
    #expect(kept.requests.writes == 0)
    #expect(kept.requests.total <= 8)
    #expect(kept.models[0].plan?.kept.map(\.path.description) == ["description"])
    #expect(kept.models[0].plan?.kept.first?.edit?.updatedBy == "steward")

    try project.replace("XGBoost", with: "LightGBM")
    let changed = try await catalog.publish(project)
    #expect(changed.outcome.status == .success, "\(changed.told)")
    #expect(try await catalog.model()["description"] == "D1")
    #expect(try await catalog.model()["algorithm"] == "LightGBM")

    let again = try await catalog.publish(project)
    #expect(again.outcome.status == .success, "\(again.told)")
    #expect(again.requests.writes == 0)
    #expect(try await catalog.model()["description"] == "D1")
  }

  @Test("both moved: a conflict with three ways out, and the rest is written")
  func conflict() async throws {
    try await catalog.edit("description", "Theirs", token: steward)
    try project.replace("Predicts the revenue of restaurants.", with: "Ours")
    try project.replace("XGBoost", with: "LightGBM")

    let checked = try await catalog.check(project)
    #expect(checked.outcome.status == .findings, "\(checked.told)")
    let conflict = try #require(checked.models[0].plan?.conflicts.first)
    #expect(conflict.path.description == "description")
    #expect(conflict.catalog == "Theirs")
    #expect(conflict.edit.updatedBy == "steward")
    let finding = try #require(checked.diagnostics.first { $0.code == .conflict })
    let ways = (finding.hint ?? "") + finding.notes.map(\.message).joined()
    #expect(ways.contains("--force description"))
    #expect(ways.contains("ownership"))

    let published = try await catalog.publish(project)
    #expect(published.outcome.status == .incomplete, "\(published.told)")
    #expect(published.models[0].action == .update)
    #expect(try await catalog.model()["description"] == "Theirs")
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
  }

  @Test("--all-or-nothing writes nothing beside a conflict, however mild the finding is made")
  func allOrNothing() async throws {
    try await catalog.edit("description", "Theirs", token: steward)
    try project.replace("Predicts the revenue of restaurants.", with: "Ours")
    try project.replace("XGBoost", with: "LightGBM")
    try project.write("severity: {MLC401: note}\n", to: "mlcatalog.yaml")
    let result = try await catalog.publish(project) { $0.isAllOrNothing = true }
    #expect(result.requests.writes == 0, "\(result.told)")
    #expect(result.models.map(\.action) == [.blocked])
  }

  @Test("--force lets the file win")
  func force() async throws {
    try await catalog.edit("description", "Theirs", token: steward)
    try project.replace("Predicts the revenue of restaurants.", with: "Ours")
    let forced = try await catalog.publish(project) {
      $0.plan.force = [try FieldPathPattern(parsing: "description")]
    }
    #expect(forced.outcome.status == .success, "\(forced.told)")
    #expect(try await catalog.model()["description"] == "Ours\n")
  }

  @Test("tags that a steward added stay")
  func tags() async throws {
    try await catalog.edit(
      "tags",
      [
        [
          "tagFQN": "PII.Sensitive", "source": "Classification", "labelType": "Manual",
          "state": "Confirmed",
        ]
      ], token: steward)
    try project.replace("XGBoost", with: "LightGBM")
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    let tags = try await catalog.model()["tags"]?.array ?? []
    #expect(tags.compactMap { $0["tagFQN"]?.string } == ["PII.Sensitive"])
  }

  @Test("a feature removed from the file takes its edge along, and an edge drawn by hand stays")
  func removedFeature() async throws {
    try await catalog.add("reviews", [("stars", "INT")])
    let model = try await catalog.model()["id"] ?? .null
    let table = try await catalog.catalog.require(
      "GET", "tables/name/demo_pg.postgres.public.reviews")["id"]
    try await catalog.catalog.require(
      "PUT", "lineage",
      [
        "edge": [
          "fromEntity": ["id": table ?? .null, "type": "table"],
          "toEntity": ["id": model, "type": "mlmodel"],
          "lineageDetails": ["description": "drawn by hand"],
        ]
      ])
    try project.replace(
      """
        - name: is_premium
          dataType: categorical
          featureSources:
            - name: premium
              dataType: boolean
              dataSourceFqn: demo_pg.postgres.public.users

      """, with: "")

    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    let removed = result.models[0].plan?.edges.filter { $0.action == .remove } ?? []
    #expect(removed.count == 1)
    let edges = try await catalog.edges()
    #expect(
      edges == [
        "orders": ["last_update → last_update_bucket"],
        "restaurants": ["average_price → restaurant_dimension", "rating → restaurant_dimension"],
        "reviews": [],
      ])
  }
}
