import EmbeddedCatalog
import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Many models in one run", .timeLimit(.minutes(10)))
struct ModelFleetTests {
  @Test("what the server fails to tell of one model keeps no other from the catalog")
  func failedReading() async throws {
    let fleet = try ModelFleet(4)
    let catalog = try await SampleCatalog()
    try catalog.fail(
      """
      [{"match": {"method": "GET", "path": "/api/v1/mlmodels/name/Fleet.model%202"},
        "fault": "status", "status": 500, "message": "out of order"}]
      """)
    let checked = try await fleet.publisher(catalog).run("publish", "--check")
    #expect(checked.status == 69, "\(checked.everything)")
    #expect(checked.output.contains("3 to create, 1 blocked"), "\(checked.output)")
    let run = try await fleet.publisher(catalog).run("publish", "--format", "json")
    #expect(run.status == 3, "\(run.everything)")
    let report = try JSON(parsing: run.output)
    #expect(report["summary"]?["create"] == 3 && report["summary"]?["blocked"] == 1)
    let findings = report["diagnostics"]?.array ?? []
    #expect(findings.map { $0["code"] } == ["MLC871"])
    #expect(
      findings.first?["message"]?.string?.hasPrefix("the model `Fleet.model 2` could not be read")
        == true)
    #expect(try await catalog.fleet() == ["model 1", "model 3", "model 4"])
  }

  @Test("what the server fails to tell of a table concerns the models that are made from it")
  func failedTable() async throws {
    let fleet = try ModelFleet(3)
    try fleet.describe("model 3", table: "restaurants")
    let catalog = try await SampleCatalog()
    try catalog.fail(
      """
      [{"match": {"method": "GET", "path": "/api/v1/tables/name/*.users"},
        "fault": "status", "status": 500}]
      """)
    let run = try await fleet.publisher(catalog).run("publish")
    #expect(run.status == 3, "\(run.everything)")
    #expect(try await catalog.fleet() == ["model 3"])
    #expect(run.output.contains("MLC871"))
  }

  @Test("a model that the server refuses to take keeps no other from the catalog")
  func refusedWrite() async throws {
    let fleet = try ModelFleet(5)
    let catalog = try await SampleCatalog()
    try catalog.fail(
      """
      [{"match": {"method": "PUT", "path": "/api/v1/mlmodels"}, "nth": 2, "times": 1,
        "fault": "status", "status": 403, "message": "not you"}]
      """)
    let run = try await fleet.publisher(catalog).run("publish")
    #expect(run.status == 3, "\(run.everything)")
    #expect(try await catalog.fleet().count == 4)
    #expect(run.output.contains("1 failed") && run.output.contains("4 created"), "\(run.output)")
  }

  @Test("what models share is asked for once")
  func sharedReferences() async throws {
    let fleet = try ModelFleet(30)
    let catalog = try await SampleCatalog()
    let run = try await fleet.publisher(catalog).run("publish", "--check", "--format", "json")
    #expect(run.status == 0, "\(run.everything)")
    // The version, the table, the services, and each model.
    #expect(try JSON(parsing: run.output)["requests"]?["total"] == 33)
  }

  @Test("of many models those that nothing happens to are counted, not listed")
  func summary() async throws {
    let fleet = try ModelFleet(30)
    let catalog = try await SampleCatalog()
    let first = try await fleet.publisher(catalog).run("publish")
    #expect(first.status == 0 && first.output.contains("30 created"), "\(first.everything)")
    try fleet.describe("model 7", algorithm: "CatBoost")
    let second = try await fleet.publisher(catalog).run(
      "publish", "--check", "--output", "markdown=r.md")
    #expect(second.output.contains("1 to update, 29 unchanged"), "\(second.output)")
    #expect(second.output.contains("~ Fleet.model 7") && !second.output.contains("= Fleet.model"))
    let markdown = try fleet.project.read("r.md")
    #expect(markdown.contains("29 models are not shown"), "\(markdown)")
    #expect(!markdown.contains("`Fleet.model 8`"), "\(markdown)")
    let verbose = try await fleet.publisher(catalog).run("publish", "--check", "-v")
    #expect(verbose.output.contains("= Fleet.model 8"))
  }

  @Test("--select is about the models of a name, and an empty selection is 66")
  func select() async throws {
    let fleet = try ModelFleet(12)
    let catalog = try await SampleCatalog()
    let publisher = fleet.publisher(catalog)
    let some = try await publisher.run("publish", "--select", "Fleet.model 1*")
    #expect(some.status == 0, "\(some.everything)")
    #expect(some.output.contains("Selected: 4 of 12 models named `Fleet.model 1*`."))
    #expect(try await catalog.fleet() == ["model 1", "model 10", "model 11", "model 12"])
    let none = try await publisher.run("publish", "--select", "Flet.*")
    #expect(none.status == 66, "\(none.everything)")
    #expect(none.output.contains("MLC870") && none.output.contains("did you mean `Fleet.*`?"))
    #expect(none.output.contains("Requests: none."))
    let graph = try await publisher.run("graph", "--select", "Fleet.model 2")
    #expect(graph.status == 0 && graph.output.contains("model 2"), "\(graph.everything)")
    #expect(!graph.output.contains("model 3"))
    let lock = try await publisher.run("lock", "--select", "Fleet.model 3")
    #expect(lock.status == 0, "\(lock.everything)")
    #expect(try fleet.project.read("mlcatalog.lock").contains("demo_pg.postgres.public.users"))
  }
}
