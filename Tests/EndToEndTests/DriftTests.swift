import Diagnostics
import Foundation
import JSONDocuments
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("mlcatalog drift", .timeLimit(.minutes(5)))
struct DriftTests {
  @Test(
    "finds nothing after publishing, and each kind of change afterwards, and writes nothing",
    arguments: ["1.5.10", "1.9.3", "1.13.0", "2.0.7"])
  func lines(version: String) async throws {
    let (catalog, project) = try await SampleCatalog.published(version: version)
    let clean = try await catalog.drift(project)
    #expect(clean.outcome.status == .success, "\(clean.told)")
    #expect(clean.models.map(\.drifts) == [[]])
    #expect(clean.requests.total <= 7)

    try await disturb(catalog)
    let before = try await catalog.model().text()
    let drifted = try await catalog.drift(project)
    #expect(drifted.outcome.status == .findings)
    #expect(drifted.requests.writes == 0)
    #expect(
      drifted.diagnostics.map(\.code) == [
        .driftedField, .driftedColumnGone, .driftedEdgeGone, .driftedColumnType,
      ], "\(drifted.told)")
    #expect(drifted.models[0].drifts?.first?.edit?.updatedBy == "steward")
    #expect(try await catalog.model().text() == before)
  }

  /// A steward edits the description, two tables change, and an edge goes.
  private func disturb(_ catalog: SampleCatalog) async throws {
    let steward = try await catalog.catalog.makeUser("steward", role: "DataSteward")
    try await catalog.edit("description", "By a person", token: steward)
    try await catalog.add("orders", [("order_id", "INT"), ("updated", "TIMESTAMPZ")])
    try await catalog.add("users", [("user_id", "INT"), ("premium", "TEXT")])
    let model = try await catalog.model()["id"]?.string ?? ""
    let table = try await catalog.catalog.require(
      "GET", "tables/name/demo_pg.postgres.public.restaurants")
    try await catalog.catalog.require(
      "DELETE", "lineage/table/\(table["id"]?.string ?? "")/mlmodel/\(model)")
  }

  @Test("tells people, programs and platforms the same")
  func reports() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let clean = try await publisher.run("drift")
    #expect(clean.status == 0, "\(clean.everything)")
    try await disturb(catalog)
    let names = ["json", "sarif", "gitlab", "junit", "rdjson", "markdown"]
    let outputs = names.flatMap { ["--output", "\($0)=report.\($0)"] }
    let run = try await publisher.start(["drift"] + outputs).outcome()
    #expect(run.status == 1, "\(run.errors)")
    try expectGolden(shown(clean.output + run.output, catalog), "drift.txt")
    for name in ["json", "markdown"] {
      try expectGolden(shown(project.read("report.\(name)"), catalog), "drift.\(name)")
    }
    for name in names {
      let text = try project.read("report.\(name)")
      // Markdown tells the changes once more, and the code is in JSON's drift too.
      #expect(text.contains("MLC450") && text.contains("MLC460"), "\(name): \(text)")
    }
    for format in ["github", "azure"] {
      let platform = try await publisher.run("drift", "--format", format)
      #expect(platform.status == 1)
      #expect(platform.output.contains("MLC456"), "\(platform.output)")
    }
  }

  private func shown(_ text: String, _ catalog: SampleCatalog) -> String {
    text.replacing(catalog.host, with: "https://catalog.example")
      .replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "id")
      .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/, with: "TIME")
      .replacing(/http:&#8203;\/\/127\.0\.0\.1:\d+/, with: "HOST")
  }

  @Test("goes by the lock where there is one, and says of one that cannot be read")
  func lock() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    #expect(try await publisher.run("lock").status == 0)
    #expect(try await publisher.run("drift").status == 0)
    try await catalog.add(
      "users", [("user_id", "INT"), ("premium", "BIT"), ("total_orders", "INT")])
    let run = try await publisher.run("drift")
    #expect(run.status == 1)
    #expect(run.output.contains("is BIT now, BOOLEAN in the lock"), "\(run.everything)")
    try project.write("{", to: "mlcatalog.lock")
    #expect(try await publisher.run("drift").status == 65)
  }

  @Test("a bot that may only read tells it too, when it is told who publishes")
  func reader() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let steward = try await catalog.catalog.makeUser("steward", role: "DataSteward")
    try await catalog.edit("description", "By a person", token: steward)
    let reader = try await catalog.catalog.makeBot("reader")
    let stranger = try await catalog.drift(project, token: reader)
    #expect(stranger.diagnostics.map(\.code) == [.driftUnknown])
    #expect(stranger.outcome.status == .findings)
    let publisher = PublisherProcess(project, host: catalog.host, token: reader)
    let told = try await publisher.run("drift", "--published-by", "publisher")
    #expect(told.status == 1 && told.output.contains("MLC450"), "\(told.everything)")
    #expect(try await publisher.run("drift", "--published-by", "").status == 64)
  }

  @Test("a finding may be milder or silenced with a reason, and other runs do not mind")
  func judged() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let steward = try await catalog.catalog.makeUser("steward", role: "DataSteward")
    try await catalog.edit("description", "By a person", token: steward)
    try project.write("severity: {MLC450: note}\n", to: "mlcatalog.yaml")
    let noted = try await catalog.drift(project)
    #expect(noted.outcome.status == .success)
    #expect(noted.diagnostics.map(\.severity) == [.note])
    try project.write("", to: "mlcatalog.yaml")
    try project.replace(
      "target:",
      with: "suppress: [{code: MLC450, path: description, reason: theirs until May}]\ntarget:")
    let silenced = try await catalog.drift(project)
    #expect(silenced.outcome.status == .success)
    #expect(silenced.diagnostics.map(\.suppressed) == [true])
    let checked = try await catalog.check(project)
    #expect(!checked.diagnostics.contains { $0.code == .unusedSuppression }, "\(checked.told)")
  }

  @Test("a broken file keeps its own model from being compared, and no other")
  func brokenFile() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    try project.write(try project.read("ml_model.yaml") + "---\nname: Second\nalgorithn: A\n")
    let run = try await catalog.drift(project)
    #expect(run.outcome.status == .findings)
    #expect(run.models.first?.drifts == [], "\(run.told)")
    #expect(run.models.last?.drifts?.first?.finding.code == .driftedModelMissing)
  }

  @Test("without a server it ends as publish does, and compares nothing")
  func unreachable() async throws {
    let project = try Project()
    let away = try await PublisherProcess(project, host: "http://127.0.0.1:1", token: "t.o.k")
      .run("drift", "--timeout", "3")
    #expect(away.status == 69, "\(away.everything)")
    #expect(away.output.contains("1 model not compared"), "\(away.everything)")
  }
}

extension SampleCatalog {
  /// Compares a project as `mlcatalog drift` does.
  func drift(_ project: Project, token: String? = nil) async throws -> RunResult {
    try await publish(project, token: token) { options in
      options.mode = .drift
      options.failOn = .warning
    }
  }
}
