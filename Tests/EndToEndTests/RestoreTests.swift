import Diagnostics
import HTTPClient
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("What was deleted in the catalog", .timeLimit(.minutes(5)))
struct RestoreTests {
  static let versions = ["1.5.10", "2.0.1"]

  private func deleteModel(_ catalog: SampleCatalog) async throws {
    let id = try await catalog.model()["id"]?.string ?? ""
    try await catalog.catalog.require("DELETE", "mlmodels/\(id)", nil)
  }

  @Test("a model stays deleted without --restore, and a finding says so", arguments: versions)
  func blocked(_ version: String) async throws {
    let (catalog, project) = try await SampleCatalog.published(version: version)
    try await deleteModel(catalog)
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .findings, "\(result.told)")
    #expect(result.diagnostics.map(\.code) == [.modelDeleted])
    #expect(result.diagnostics[0].hint?.contains("--restore") == true)
    #expect(result.diagnostics[0].message.contains(#/by admin at \d{4}-\d\d-\d\dT/#))
    #expect(result.models[0].action == .blocked)
    #expect(result.requests.writes == 0)
  }

  @Test("with --restore it comes back with what the file changed meanwhile", arguments: versions)
  func model(_ version: String) async throws {
    let (catalog, project) = try await SampleCatalog.published(version: version)
    try await deleteModel(catalog)
    try project.replace("XGBoost", with: "LightGBM")
    let check = try await catalog.check(project) { $0.plan.restoresDeleted = true }
    #expect(check.models[0].action == .restore)
    #expect(
      check.models[0].plan?.changes.map(\.path.description) == ["algorithm"], "\(check.told)")
    #expect(check.models[0].plan?.edges.map(\.action) == [.none, .none, .none])

    let result = try await catalog.publish(project) { $0.plan.restoresDeleted = true }
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.models[0].action == .restore)
    #expect(result.models[0].progress == .complete)
    #expect(result.models[0].versionBefore?.lexeme == check.models[0].versionBefore?.lexeme)
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
    #expect(try await catalog.edges().keys.sorted() == ["orders", "restaurants", "users"])
    let again = try await catalog.publish(project)
    #expect(again.outcome.status == .success, "\(again.told)")
    #expect(again.requests.writes == 0)
  }

  @Test("a service comes back with its models, which are not restored twice", arguments: versions)
  func service(_ version: String) async throws {
    let (catalog, project) = try await SampleCatalog.published(version: version)
    let service = try await catalog.catalog.require(
      "GET", "services/mlmodelServices/name/CustomMLService", nil)
    let id = service["id"]?.string ?? ""
    try await catalog.catalog.require(
      "DELETE", "services/mlmodelServices/\(id)?recursive=true", nil)
    let other = try Project(Project.manifest.replacing("Revenue Predictions", with: "Other"))
    let refused = try await catalog.check(other)
    #expect(refused.diagnostics.map(\.code) == [.serviceDeleted], "\(refused.told)")
    #expect(refused.told.contains(#/by admin at \d{4}-\d\d-\d\dT/#))
    let result = try await catalog.publish(project) { $0.plan.restoresDeleted = true }
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.services.map(\.action) == [.restore])
    #expect(result.writtenServices == ["CustomMLService"])
    #expect(result.models[0].action == .restore)
    #expect(result.models[0].progress == .complete)
    #expect(result.requests.writes == 1)
    #expect(try await catalog.modelStatus() == 200)
    #expect(try await catalog.publish(project).requests.writes == 0)
  }

  @Test("a lost answer to the restoring is settled by reading")
  func lostAnswer() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    try await deleteModel(catalog)
    let proxy = HookedProxy(catalog.host) { _, request in
      request.target.hasSuffix("/mlmodels/restore") ? .loseAnswer : .pass
    }
    let run = try await PublisherProcess(project, host: proxy.url, token: catalog.token)
      .run("publish", "--restore")
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("restored"))
    #expect(try await catalog.modelStatus() == 200)
  }

  @Test("the service of the project config is made, and is what findings point at")
  func serviceOfConfig() async throws {
    let catalog = try await SampleCatalog()
    let first = Project.manifest.replacing("serviceName: CustomMLService\n", with: "")
    let second = first.replacing("Revenue Predictions", with: "Other")
    let project = try Project(first + "---\n" + second)
    try project.write(
      "service:\n  name: CustomMLServise\n  displayName: Ours\n", to: "mlcatalog.yaml")
    let made = try await catalog.publish(project)
    #expect(made.outcome.status == .success, "\(made.told)")
    #expect(made.models.map(\.fullyQualifiedName).first == "CustomMLServise.Revenue Predictions")
    let service = try await catalog.catalog.require(
      "GET", "services/mlmodelServices/name/CustomMLServise", nil)
    #expect(service["displayName"] == "Ours")

    try project.write("service:\n  name: CustomMLService\n", to: "mlcatalog.yaml")
    let similar = try await catalog.check(project)
    #expect(similar.diagnostics.map(\.code) == [.similarService], "\(similar.told)")
    #expect(similar.diagnostics[0].range?.path.hasSuffix("/mlcatalog.yaml") == true)
    #expect(similar.diagnostics[0].range?.start == Position(line: 2, column: 9))
  }
}
