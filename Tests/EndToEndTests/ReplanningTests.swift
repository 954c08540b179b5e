import Diagnostics
import HTTPClient
import JSONDocuments
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("A model that somebody changes between reading and writing", .timeLimit(.minutes(5)))
struct ReplanningTests {
  private let catalog: SampleCatalog
  private let steward: String
  private let project: Project

  init() async throws {
    (catalog, project) = try await SampleCatalog.published()
    steward = try await catalog.catalog.makeUser("steward", role: "DataSteward")
  }

  /// Publishes, and lets the steward set the description right before the first PATCH.
  private func publish(
    whileDescriptionBecomes text: String,
    _ configure: (inout PublishOptions) throws -> Void = { _ in }
  ) async throws -> RunResult {
    let (catalog, steward) = (catalog, steward)
    let transport = InterposedTransport(beforeFirst: .patch) {
      try? await catalog.edit("description", .string(text), token: steward)
    }
    return try await catalog.publish(project, transport: transport, configure)
  }

  @Test("what was said about the first plan is not said of the one that was carried out")
  func staleFindings() async throws {
    try await catalog.edit("description", "Theirs", token: steward)
    try project.replace("Predicts the revenue of restaurants.", with: "Ours")
    try project.replace("XGBoost", with: "LightGBM")
    let first = try await catalog.check(project)
    try #require(first.diagnostics.map(\.code) == [.conflict], "\(first.told)")

    let result = try await publish(whileDescriptionBecomes: "Ours\n")
    #expect(result.diagnostics.map(\.code) == [], "\(result.told)")
    #expect(result.outcome.status == .success)
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
  }

  @Test("all or nothing is judged again, too")
  func allOrNothing() async throws {
    try project.replace("Predicts the revenue of restaurants.", with: "Ours")
    try project.replace("XGBoost", with: "LightGBM")
    let result = try await publish(whileDescriptionBecomes: "Theirs") { $0.isAllOrNothing = true }
    #expect(result.diagnostics.map(\.code) == [.conflict], "\(result.told)")
    #expect(result.outcome.status == .findings)
    #expect(result.models[0].action == .blocked)
    #expect(try await catalog.model()["algorithm"] == "XGBoost")
  }
}
