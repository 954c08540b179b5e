import Diagnostics
import Foundation
import HTTPClient
import JSONDocuments
import ModelManifests
import Publishing
import TestSupport
import Testing

@Suite("A plan that is saved, approved and published later", .timeLimit(.minutes(5)))
struct SavedPlanTests {
  private let catalog: SampleCatalog
  private let project: Project
  private let steward: String

  init() async throws {
    (catalog, project) = try await SampleCatalog.published()
    steward = try await catalog.catalog.makeUser("steward", role: "DataSteward")
  }

  private func run(
    _ arguments: [String], host: String? = nil
  ) async throws -> PublisherProcess.Outcome {
    let publisher = PublisherProcess(project, host: host ?? catalog.host, token: catalog.token)
    return try await publisher.start(["publish"] + arguments).outcome()
  }

  private func plan(_ arguments: String...) async throws -> PublisherProcess.Outcome {
    try await run(["--check", "--plan-out", "p.json"] + arguments)
  }

  /// Saves a plan that changes the model's algorithm and its target.
  private func planChange() async throws {
    try project.replace("XGBoost", with: "LightGBM")
    try project.replace("target: expected_time", with: "target: eta")
    let planned = try await plan()
    try #require(planned.status == 0, "\(planned.everything)")
  }

  /// The report without what differs between two runs of the test.
  private func settled(_ text: String) -> String {
    text.replacing(catalog.host, with: "http://HOST")
      .replacing(#/sha256:[0-9a-f]{64}/#, with: "sha256:DIGEST")
      .replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#, with: "TIME")
  }

  @Test("what the plan showed is what is written, with no manifest read again")
  func applied() async throws {
    try project.replace("XGBoost", with: "LightGBM")
    try project.replace("name: average_price", with: "name: restaurant_id")
    let planned = try await plan("-v")
    #expect(planned.status == 0, "\(planned.everything)")
    try expectGolden(settled(planned.output), "saved-plan-check.txt")

    // Whatever the files say now is nobody's business.
    try project.write("name: [")
    let done = try await run(["--plan", "p.json", "-v"])
    #expect(done.status == 0, "\(done.everything)")
    try expectGolden(settled(done.output), "saved-plan-applied.txt")
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
    #expect(
      try await catalog.edges()["restaurants"] == [
        "rating → restaurant_dimension", "restaurant_id → restaurant_dimension",
      ])

    let again = try await run(["--plan", "p.json"])
    #expect(again.status == 4, "a plan is carried out once: \(again.everything)")
  }

  @Test("two checks of one state give equal bytes, and another state gives others")
  func stable() async throws {
    try await planChange()
    let first = try project.read("p.json")
    _ = try await plan("--concurrency", "1", "--format", "json")
    #expect(try project.read("p.json") == first)
    #expect(!first.contains(catalog.token))
    try project.replace("target: eta", with: "target: time")
    _ = try await plan()
    #expect(try project.read("p.json") != first)
  }

  @Test("an edit in between makes it stale: nothing is written, and who changed what is said")
  func stale() async throws {
    let second = Project.manifest.replacing("Revenue Predictions", with: "Other")
    try project.write(Project.manifest + "---\n" + second)
    try await planChange()
    try await catalog.edit("description", "By the steward", token: steward)
    let before = try await catalog.model()
    let done = try await run(["--plan", "p.json"])
    #expect(done.status == 4, "\(done.everything)")
    try expectGolden(settled(done.output), "saved-plan-stale.txt")
    #expect(try await catalog.model() == before)
    let other = try await catalog.catalog.call("GET", "mlmodels/name/CustomMLService.Other")
    #expect(other.status == 404, "the model that did not move is not written either")
  }

  @Test("an edge that somebody draws or takes away makes it stale")
  func staleEdges() async throws {
    try await planChange()
    let model = try await catalog.model()["id"]?.string ?? ""
    let orders = try await catalog.catalog.require(
      "GET", "tables/name/\(SampleCatalog.schema).orders")
    try await catalog.catalog.require(
      "DELETE", "lineage/table/\(orders["id"]?.string ?? "")/mlmodel/\(model)", nil)
    let done = try await run(["--plan", "p.json"])
    #expect(done.status == 4, "\(done.everything)")
    #expect(done.output.contains("its lineage changed"))
    #expect(
      done.output.contains("the edge from demo_pg.postgres.public.orders was removed"))
  }

  @Test("a model or a service that was made, deleted or made anew makes it stale")
  func staleExistence() async throws {
    let id = try await catalog.model()["id"]?.string ?? ""
    try await planChange()
    try await catalog.catalog.require("DELETE", "mlmodels/\(id)", nil)
    let deleted = try await run(["--plan", "p.json"])
    #expect(deleted.status == 4, "\(deleted.everything)")
    #expect(deleted.output.contains("it was deleted by admin at"))
    try await catalog.catalog.require("DELETE", "mlmodels/\(id)?hardDelete=true", nil)
    let gone = try await run(["--plan", "p.json"])
    #expect(gone.output.contains("it is not there any more"), "\(gone.everything)")

    try project.write(Project.manifest.replacing("CustomMLService", with: "NewService"))
    _ = try await plan()
    let made = try await catalog.publish(project)
    try #require(made.outcome.status == .success, "\(made.told)")
    let late = try await run(["--plan", "p.json"])
    #expect(late.status == 4, "\(late.everything)")
    #expect(late.output.contains("the service `NewService` was made since"))
    #expect(late.output.contains("it was made meanwhile, last changed by publisher"))
  }

  @Test("an edit between the last look and the write is noticed, and nothing is planned anew")
  func race() async throws {
    try project.replace("XGBoost", with: "LightGBM")
    let checked = try await catalog.check(project)
    let plan = try #require(
      SavedPlan(checked, toolVersion: "1", environment: nil, failOn: .error))
    var options = ConnectionOptions()
    options.host = catalog.host
    let settings = try ConnectionSettings(
      options: options, environment: ["OPENMETADATA_JWT_TOKEN": catalog.token], file: nil)
    let (catalog, steward) = (catalog, steward)
    let transport = InterposedTransport(beforeFirst: .patch) {
      try? await catalog.edit("description", "Theirs", token: steward)
    }
    let result = await PlanRun(
      plan, environment: nil, config: ProjectConfig(), settings: .success(settings),
      connection: Connection(transport), interruption: Interruption(), concurrency: 8
    ).run()
    #expect(result.outcome.status == .stale, "\(result.told)")
    #expect(result.diagnostics.map(\.code) == [.stalePlan])
    #expect(result.diagnostics[0].notes.first?.message.contains("by steward at") == true)
    #expect(try await catalog.model()["algorithm"] == "XGBoost")
  }

  @Test("a lost answer to the write is settled by reading")
  func lostAnswer() async throws {
    try project.replace("XGBoost", with: "LightGBM")
    let proxy = HookedProxy(catalog.host) { _, request in
      request.method == "PATCH" ? .loseAnswer : .pass
    }
    let planned = try await run(["--check", "--plan-out", "p.json"], host: proxy.url)
    #expect(planned.status == 0, "\(planned.everything)")
    let done = try await run(["--plan", "p.json"], host: proxy.url)
    #expect(done.status == 0, "\(done.everything)")
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
  }

  @Test("a model of the plan that has nothing to write may move, and that is noted")
  func harmless() async throws {
    let other = Project.manifest.replacing("Revenue Predictions", with: "Other")
    try project.write(Project.manifest + "---\n" + other)
    let first = try await catalog.publish(project)
    try #require(first.outcome.status == .success, "\(first.told)")
    try project.write(
      Project.manifest + "---\n" + other.replacing("XGBoost", with: "LightGBM"))
    _ = try await plan()
    try await catalog.edit("description", "By the steward", token: steward)
    let done = try await run(["--plan", "p.json"])
    #expect(done.status == 0, "\(done.everything)")
    #expect(done.output.contains("note[MLC437]"))
    #expect(try await catalog.model()["description"] == "By the steward")
  }

  @Test("a model that is blocked in the plan stays so, and the others are written")
  func blocked() async throws {
    let other = Project.manifest.replacing("Revenue Predictions", with: "Other")
      .replacing("public.orders", with: "public.order_")
    try project.write(Project.manifest.replacing("XGBoost", with: "LightGBM") + "---\n" + other)
    let planned = try await plan()
    #expect(planned.status == 1, "\(planned.everything)")
    let done = try await run(["--plan", "p.json"])
    #expect(done.status == 3, "\(done.everything)")
    #expect(done.output.contains("error[MLC2"))
    #expect(done.output.contains("blocked by findings, not written"))
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
    let missing = try await catalog.catalog.call("GET", "mlmodels/name/CustomMLService.Other")
    #expect(missing.status == 404)
    // All or nothing is the check's to say.
    try project.replace("algorithm: LightGBM", with: "algorithm: XGBoost")
    #expect(try await plan("--all-or-nothing").status == 1)
    let nothing = try await run(["--plan", "p.json"])
    #expect(nothing.status == 1, "\(nothing.everything)")
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
  }

  @Test(
    "a restored model is changed by the plan on every line",
    arguments: ["1.5.10", "1.9.3", "1.13.0", "2.0.7"])
  func restored(version: String) async throws {
    let (catalog, project) = try await SampleCatalog.published(version: version)
    let id = try await catalog.model()["id"]?.string ?? ""
    try await catalog.catalog.require("DELETE", "mlmodels/\(id)", nil)
    try project.replace("XGBoost", with: "LightGBM")
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let planned = try await publisher.run(
      "publish", "--check", "--restore", "--plan-out", "p.json")
    #expect(planned.status == 0, "\(planned.everything)")
    let done = try await publisher.run("publish", "--plan", "p.json")
    #expect(done.status == 0, "\(done.everything)")
    #expect(done.output.contains("restored"))
    #expect(try await catalog.model()["algorithm"] == "LightGBM")
    #expect(try await catalog.model()["id"]?.string == id)
    #expect(try await catalog.publish(project).requests.writes == 0)
  }

  @Test("edges of a restored model that no plan could know are said, and left to the next run")
  func restoredEdges() async throws {
    let id = try await catalog.model()["id"]?.string ?? ""
    try await catalog.catalog.require("DELETE", "mlmodels/\(id)", nil)
    try project.replace("name: average_price", with: "name: restaurant_id")
    _ = try await plan("--restore")
    let done = try await run(["--plan", "p.json"])
    #expect(done.status == 5, "\(done.everything)")
    #expect(done.output.contains("error[MLC438]"))
    #expect(try await catalog.publish(project).outcome.status == .success)
    #expect(try await run(["--check"]).output.contains("1 unchanged"))
  }

  @Test(
    "a file that is cut off, edited, foreign, or of another version is refused before any request")
  func files() async throws {
    try await planChange()
    let text = try project.read("p.json")
    func refusal(_ text: String) async throws -> PublisherProcess.Outcome {
      try project.write(text, to: "p.json")
      let done = try await run(["--plan", "p.json"], host: "http://127.0.0.1:9")
      #expect(done.output.contains("Requests: none."), "\(done.everything)")
      return done
    }
    let cut = try await refusal(String(text.prefix(text.count / 2)))
    #expect(cut.status == 65)
    #expect(cut.output.contains("error[MLC430]: the plan is not whole"), "\(cut.everything)")
    #expect(cut.output.contains("hint: give the file that"))
    let edited = try await refusal(text.replacing("LightGBM", with: "Chance"))
    #expect(edited.status == 65)
    #expect(edited.output.contains("error[MLC431]"), "\(edited.everything)")
    let foreign = try await refusal(#"{"schemaVersion": 1}"#)
    #expect(foreign.status == 65 && foreign.output.contains("p.json is no plan"))
    let version = try await refusal(
      text.replacing(#/"version" : "0\.\d+\.\d+[^"]*"/#, with: #""version" : "0.0.1""#)
        .replacing(#/"version": "0\.\d+\.\d+[^"]*"/#, with: #""version": "0.0.1""#))
    #expect(version.status == 4, "\(version.everything)")
    #expect(version.output.contains("error[MLC432]"))
    #expect(try await run(["--plan", "none.json"]).status == 66)
    #expect(try await refusal("").status == 65)
  }

  @Test("a plan for another server or environment is refused")
  func elsewhere() async throws {
    try project.write("environments: {staging: {}, production: {}}\n", to: "mlcatalog.yaml")
    try project.replace("XGBoost", with: "LightGBM")
    #expect(try await plan("--env", "staging").status == 0)
    for arguments in [["--env", "production"], []] {
      let done = try await run(["--plan", "p.json"] + arguments)
      #expect(done.status == 1, "\(done.everything)")
      #expect(done.output.contains("error[MLC433]"))
      #expect(done.output.contains("hint: give --env staging"))
    }
    let server = try await run(
      ["--plan", "p.json", "--env", "staging"], host: "http://127.0.0.1:9")
    #expect(server.status == 1, "\(server.everything)")
    #expect(server.output.contains("and this run would write to http://127.0.0.1:9"))
    let stranger = try await PublisherProcess(
      project, host: catalog.host, token: try await catalog.catalog.makeBot("other")
    ).run("publish", "--plan", "p.json", "--env", "staging")
    #expect(stranger.status == 1, "\(stranger.everything)")
    #expect(stranger.output.contains("made by `publisher`, and the token of this run is that of"))
    #expect(try await run(["--plan", "p.json", "--env", "staging"]).status == 0)
  }

  @Test("options that would change the plan exclude it")
  func usage() async throws {
    for arguments in [
      ["ml_model.yaml"], ["--check"], ["--set", "target=x"], ["--force", "description"],
      ["--restore"], ["--allow-prune"], ["--all-or-nothing"], ["--fail-on", "note"],
      ["--require-alias", "a"], ["--registry", "optional"], ["--plan-out", "q.json"],
    ] {
      let done = try await run(["--plan", "p.json"] + arguments)
      #expect(done.status == 64, "\(arguments): \(done.everything)")
    }
    #expect(try await run(["--plan-out", "p.json"]).status == 64)
    #expect(try await plan("--offline").status == 64)
    #expect(try await plan("--fix").status == 64)
    #expect(try await plan("--output", "json=p.json").status == 64)
    #expect(try await run(["--check", "--plan-out", "ml_model.yaml"]).status == 64)
  }

  @Test("a plan that cannot be written, or would hold a secret, is an error and no file")
  func unwritable() async throws {
    try project.replace("XGBoost", with: "LightGBM")
    let nowhere = try await run(
      ["--check", "--detailed-exitcode", "--plan-out", "none/p.json"])
    #expect(nowhere.status == 73, "\(nowhere.everything)")
    #expect(nowhere.output.contains("error[MLC435]"))
    try project.replace("Predicts the revenue of restaurants.", with: catalog.token)
    let secret = try await plan()
    #expect(secret.status == 1, "\(secret.everything)")
    #expect(secret.output.contains("error[MLC436]"))
    #expect(throws: (any Error).self) { try project.read("p.json") }
    let silent = try await run(
      ["--check", "--plan-out", "p.json"], host: "http://127.0.0.1:9")
    #expect(silent.status == 69)
    #expect(silent.errors.contains("no plan was saved"), "\(silent.everything)")
  }
}
