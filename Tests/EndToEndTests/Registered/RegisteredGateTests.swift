import Diagnostics
import Foundation
import JSONDocuments
import Publishing
import Reconciler
import Testing

@Suite("The gate, and registries that do not answer", .serialized, .timeLimit(.minutes(10)))
struct RegisteredGateTests {
  @Test(
    "only what was promoted passes, and an alias that moves is seen at once", .needsMLflow)
  func gate() async throws {
    let registered = try await RegisteredProject(try #require(MLflowLine.installed.first))
    try await registered.register()
    try await registered.register()
    try registered.write("version: 2")
    let server = registered.server
    try await server.setAlias("champion", of: registered.model, to: "2")
    let checked = try await registered.check { $0.requiredAlias = "champion" }
    #expect(checked.outcome.status == .success, "\(checked.told)")
    try await server.setAlias("champion", of: registered.model, to: "1")
    let refused = try await registered.publish { $0.requiredAlias = "champion" }
    #expect(refused.outcome.status == .findings, "\(refused.told)")
    #expect(refused.diagnostics.contains { $0.code == .requiredAliasMissing })
    #expect(refused.requests.writes == 0)
    #expect(try await registered.catalog.modelStatus() == 404)

    try await server.setStage("Production", of: registered.model, version: "2")
    let staged = try await registered.publish { $0.requiredStage = "Production" }
    #expect(staged.outcome.status == .success, "\(staged.told)")
    #expect(try await registered.property(.mlStage) == "Production")
    let other = try await registered.publish { $0.requiredStage = "production" }
    #expect(other.outcome.status == .findings)
  }

  @Test("a registry that is not reached ends with 69, and nothing of its models is written")
  func unreachable() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: Revenue Predictions\nalgorithm: A\n"
        + "registry: {mlflow: {model: revenue, version: 1}}\n")
    let registry = ["MLFLOW_TRACKING_URI": "http://127.0.0.1:1"]
    let refused = try await catalog.publish(project, registry: registry)
    #expect(refused.outcome.status == .unavailable, "\(refused.told)")
    #expect(refused.requests.writes == 0)
    #expect(refused.registries.unresolved == 1)
    #expect(refused.diagnostics.map(\.code) == [.registryUnreachable])

    let unnamed = try await catalog.publish(project)
    #expect(unnamed.outcome.status == .configuration, "\(unnamed.told)")
    #expect(unnamed.requests.writes == 0)
  }

  @Test(
    "optional publishes what the file says and leaves the rest, and the report says so",
    .needsMLflow)
  func optional() async throws {
    let registered = try await RegisteredProject(try #require(MLflowLine.installed.first))
    try await registered.register()
    try registered.write("version: 1")
    #expect(try await registered.publish().outcome.status == .success)
    try registered.write("version: 1", "displayName: Revenue")
    var process = PublisherProcess(
      registered.project, host: registered.catalog.host, token: registered.catalog.token)
    process.environment["MLFLOW_TRACKING_URI"] = "http://127.0.0.1:1"
    let outcome = try await process.run("publish", "--registry", "optional", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.everything)")
    let report = try JSON(parsing: outcome.output)
    #expect(
      report["registries"] == ["declared": 1, "notChecked": 1, "resolved": 0, "unresolved": 0])
    let paths = report["models"]?.array?.first?["changes"]?.array?.compactMap { $0["path"]?.string }
    #expect(paths == ["displayName"])
    #expect(try await registered.property(.mlModelVersion) == "1")
    #expect(try await registered.catalog.edges() == ["orders": ["order_id → order_id"]])
    let text = try await process.run("publish", "--registry", "optional")
    #expect(text.output.contains("Registered models: 0 of 1 found, 1 not checked."))
  }

  @Test("a registry that is away keeps only its own models back")
  func others() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      Project.manifest + "---\nname: Registered\nalgorithm: A\n"
        + "registry: {mlflow: {model: revenue, version: 1}}\n")
    let registry = ["MLFLOW_TRACKING_URI": "http://127.0.0.1:1"]
    let result = try await catalog.publish(project, registry: registry)
    #expect(result.outcome.status == .incomplete, "\(result.told)")
    #expect(result.models.map(\.action) == [.create, .blocked])
    #expect(try await catalog.modelStatus() == 200)
  }

  @Test("a signal while a registry is asked ends the run at once, and nothing is written")
  func interrupted() async throws {
    let silent = try SilentServer()
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: Revenue Predictions\nalgorithm: A\n"
        + "registry: {mlflow: {model: revenue, version: 1}}\n")
    let interruption = Interruption()
    async let result = catalog.publish(
      project, interruption: interruption,
      registry: ["MLFLOW_TRACKING_URI": "http://127.0.0.1:\(silent.port)"])
    await silent.connection()
    interruption.request(.interrupted)
    let stopped = try await result
    #expect(stopped.outcome.status == .interrupted, "\(stopped.told)")
    #expect(stopped.diagnostics.map(\.code) == [.stoppedEarly])
    #expect(stopped.requests.writes == 0)
  }

  @Test("a password in the registry's address is never shown, however much is shown")
  func redaction() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: Revenue Predictions\nregistry: {mlflow: {model: revenue, version: 1}}\n")
    var process = PublisherProcess(project, host: catalog.host, token: catalog.token)
    process.environment["MLFLOW_TRACKING_URI"] = "http://ann:hunter2hunter2@127.0.0.1:1/mlflow"
    let outcome = try await process.run("publish", "-vv")
    #expect(outcome.status == 69, "\(outcome.everything)")
    #expect(!outcome.everything.contains("hunter2"), "\(outcome.everything)")
    #expect(outcome.everything.contains("http://127.0.0.1:1/mlflow"), "\(outcome.everything)")
  }

  @Test(
    "a server that wants a password is 77, whatever is optional", .needsMLflow)
  func permissions() async throws {
    let line = try #require(MLflowLine.installed.first)
    var options = RunningMLflow.Options()
    options.hasPermissions = true
    let server = try await RunningMLflow(line, options)
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: Revenue Predictions\nalgorithm: A\n"
        + "registry: {mlflow: {model: revenue, version: 1}}\n")
    let result = try await catalog.publish(
      project, registry: ["MLFLOW_TRACKING_URI": server.url]
    ) { $0.isRegistryOptional = true }
    #expect(result.outcome.status == .notPermitted, "\(result.told)")
    #expect(result.diagnostics.map(\.code) == [.registryNotPermitted])
    #expect(result.requests.writes == 0)
  }
}
