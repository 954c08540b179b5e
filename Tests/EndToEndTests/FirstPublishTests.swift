import Diagnostics
import JSONDocuments
import Publishing
import Reconciler
import Testing

@Suite("Publishing the demo model", .timeLimit(.minutes(10)))
struct FirstPublishTests {
  @Test(
    "takes at most 13 requests, and at most 6 without a write the second time",
    arguments: ["1.5.10", "2.0.0"])
  func requests(_ version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    let project = try Project()

    let first = try await catalog.publish(project)
    #expect(first.outcome.status == .success, "\(first.told)")
    #expect(first.requests.total <= 13)
    #expect(first.models.map(\.action) == [.create])
    #expect(first.models.map(\.progress) == [.complete])

    let second = try await catalog.publish(project)
    #expect(second.outcome.status == .success, "\(second.told)")
    #expect(second.requests.total <= 6)
    #expect(second.requests.writes == 0)
    #expect(second.models.map(\.action) == [.none])
  }

  @Test("puts into the catalog what the file says, edges with their columns included")
  func content() async throws {
    let catalog = try await SampleCatalog()
    let result = try await catalog.publish(try Project())
    #expect(result.outcome.status == .success, "\(result.told)")

    let model = try await catalog.model()
    #expect(model["algorithm"] == "XGBoost")
    #expect(model["target"] == "expected_time")
    #expect(model["description"] == "Predicts the revenue of restaurants.\n")
    #expect(model["mlHyperParameters"]?.array?.first?["value"] == "0.50")
    #expect(model["mlStore"]?["storage"] == "s3://models/revenue.pkl")
    let features = model["mlFeatures"]?.array ?? []
    #expect(
      features.compactMap { $0["name"]?.string }
        == ["last_update_bucket", "restaurant_dimension", "is_premium"])
    #expect(features.flatMap { $0["featureSources"]?.array ?? [] }.count == 4)
    let edges = try await catalog.edges()
    #expect(
      edges == [
        "orders": ["last_update → last_update_bucket"],
        "restaurants": ["average_price → restaurant_dimension", "rating → restaurant_dimension"],
        "users": ["premium → is_premium"],
      ])
  }

  @Test("a check tells the same plan and writes nothing")
  func check() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    let checked = try await catalog.check(project) { $0.hasDetailedExitCode = true }
    #expect(checked.outcome.status == .changes, "\(checked.told)")
    #expect(checked.requests.writes == 0)
    #expect(try await catalog.modelStatus() == 404)

    let published = try await catalog.publish(project)
    #expect(published.models[0].plan?.changes == checked.models[0].plan?.changes)
    let again = try await catalog.check(project) { $0.hasDetailedExitCode = true }
    #expect(again.outcome.status == .success, "\(again.told)")
  }

  @Test("a new algorithm is one PATCH, and a version that breaks")
  func change() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    _ = try await catalog.publish(project)
    try project.replace("XGBoost", with: "LightGBM")

    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.requests.writes == 1)
    #expect(result.models[0].plan?.isBreaking == true)
    #expect(result.models[0].versionBefore?.lexeme == "0.1")
    #expect(result.models[0].versionAfter?.lexeme == "1.1")
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
  }

  @Test("several models are published side by side, and one that fails stops no other")
  func severalModels() async throws {
    let catalog = try await SampleCatalog()
    let other = Project.manifest.replacing("Revenue Predictions", with: "Second")
    let broken = Project.manifest.replacing("Revenue Predictions", with: "Third")
      .replacing("public.users", with: "public.nobody")
    let project = try Project([Project.manifest, other, broken].joined(separator: "---\n"))
    let result = try await catalog.publish(project)
    #expect(result.models.map(\.action) == [.create, .create, .blocked], "\(result.told)")
    #expect(result.outcome.status == .incomplete)
    #expect(result.services.count == 1)
  }

  @Test("--all-or-nothing writes nothing when one model is not clean")
  func allOrNothing() async throws {
    let catalog = try await SampleCatalog()
    let broken = Project.manifest.replacing("Revenue Predictions", with: "Third")
      .replacing("public.users", with: "public.nobody")
    let project = try Project([Project.manifest, broken].joined(separator: "---\n"))
    let result = try await catalog.publish(project) { $0.isAllOrNothing = true }
    #expect(result.outcome.status == .findings, "\(result.told)")
    #expect(result.requests.writes == 0)
    #expect(result.models.map(\.action) == [.blocked, .blocked])
    #expect(result.models.map(\.isHeldBack) == [true, false])
  }
}
