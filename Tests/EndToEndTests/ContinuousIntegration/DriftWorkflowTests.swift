import Foundation
import HTTPClient
import JSONDocuments
import TestSupport
import Testing

/// The scripts of `ci-templates/github/drift.yml` in a real clone, and against a stand-in for GitHub.
@Suite("Looking for drift every night", .timeLimit(.minutes(5)))
struct DriftWorkflowTests {
  @Test("fails with annotations and a report when somebody edited the catalog")
  func compare() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let checkout = try await Checkout(main: ["ml_model.yaml": try project.read("ml_model.yaml")])
    let reader = try await catalog.catalog.makeBot("reader")
    for status in [Int32(0), 1] {
      let run = try await GitHubRunner().run(
        try step("Compare"),
        [
          "vars.OPENMETADATA_HOST": catalog.host, "secrets.OPENMETADATA_READ_TOKEN": reader,
          "vars.CATALOG_PUBLISHER": "publisher",
        ], in: checkout.place)
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(run.output.contains("title=MLC450") == (status == 1), "\(run.output)")
      #expect(try checkout.read("catalog-drift/report.md").contains("MLC450") == (status == 1))
      try await catalog.edit("description", "Theirs", token: catalog.catalog.adminToken)
    }
  }

  @Test("opens one issue, rewrites it, and closes it when there is no drift any more")
  func issue() async throws {
    let open = #"[{"number":5,"body":"a question"},{"number":6,"body":null},"#
    let ours = #"{"number":7,"body":"<!-- mlcatalog: catalog drift -->\nold"}]"#
    let answer = ScriptedStep.json(201, #"{"html_url":"https://github.invalid/i/7"}"#)

    let first = try await write("failure", [.json(200, "[]"), answer], report: "### Drift\n")
    try #require(first.requests.map(\.method) == ["GET", "POST"], "\(first.run.errors)")
    #expect(first.requests.last?.target == "/repos/acme/models/issues")
    let body = try JSON(parsing: first.requests[1].body)["body"]?.string ?? ""
    #expect(body.hasPrefix("<!-- mlcatalog: catalog drift -->\n[The run]("), "\(body)")
    #expect(body.hasSuffix("### Drift"), "\(body)")

    let second = try await write("failure", [.json(200, open + ours), answer], report: nil)
    try #require(second.requests.map(\.method) == ["GET", "PATCH"], "\(second.run.errors)")
    #expect(second.requests.last?.target == "/repos/acme/models/issues/7")
    let rewritten = String(decoding: second.requests[1].body, as: UTF8.self)
    #expect(rewritten.contains("no report"))

    let closed = try await write("success", [.json(200, open + ours), answer], report: "fine")
    try #require(closed.requests.map(\.method) == ["GET", "PATCH"], "\(closed.run.errors)")
    #expect(try JSON(parsing: closed.requests[1].body)["state"] == "closed")

    let quiet = try await write("success", [.json(200, "[]")], report: "fine")
    #expect(quiet.requests.map(\.method) == ["GET"] && quiet.run.status == 0)
  }

  private func write(
    _ result: String, _ answers: [ScriptedStep], report: String?
  ) async throws -> (run: ProgramRun, requests: [ScriptedRequest]) {
    let github = ScriptedServer(answers: answers.map { [$0] })
    defer { github.stop() }
    let runner = try GitHubRunner(["GITHUB_API_URL": github.url, "GITHUB_RUN_ID": "1"])
    let folder = runner.temporary.appending(path: "catalog-drift")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if let report { try Data(report.utf8).write(to: folder.appending(path: "report.md")) }
    let run = try await runner.run(
      try step("Write the issue"),
      ["github.token": "ghs_secret", "needs.compare.result": result], in: runner.temporary)
    #expect(!(run.output + run.errors).contains("ghs_secret"))
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    return (run, github.requests)
  }

  private func step(_ name: String) throws -> CIStep {
    try CIFile("ci-templates/github/drift.yml").step(name)
  }
}
