import Foundation
import TestSupport
import Testing

/// The scripts of `ci-templates/github/pull-request.yml` in a real clone.
@Suite("The check of a pull request", .timeLimit(.minutes(5)))
struct PullRequestWorkflowTests {
  private static let offline = "Check with the lockfile"
  private static let online = "Check with the catalog"

  @Test("of a fork finds by the lockfile alone what is wrong, and leaves a report")
  func fork() async throws {
    let catalog = try await LockedCatalog()
    catalog.sample.catalog.stop()
    let checkout = try await Checkout(main: catalog.files, change: LockedCatalog.wrongColumn)
    let runner = try GitHubRunner(["GITHUB_BASE_REF": "main"])
    let run = try await check(Self.offline, runner, checkout, isFork: true)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("::error file=ml_model.yaml,line=12,"), "\(run.output)")
    #expect(runner.summary.contains("MLC264"), "\(runner.summary)")
    #expect(runner.outputs.contains("exit-status<<"))
    #expect(try checkout.read("catalog-report/report.txt").contains("error[MLC264]"))
    #expect(try checkout.read("catalog-report/report.md").contains("MLC264"))
  }

  @Test("of a branch that changes a text for the better passes, offline and online")
  func branch() async throws {
    let catalog = try await LockedCatalog()
    let checkout = try await Checkout(main: catalog.files, change: LockedCatalog.otherText)
    let runner = try GitHubRunner(["GITHUB_BASE_REF": "main"])
    let offline = try await check(Self.offline, runner, checkout, isFork: false)
    #expect(offline.status == 0, "\(offline.output)\(offline.errors)")
    let lines = offline.output.split(separator: "\n")
    let token = try #require(lines.first?.wholeMatch(of: /::stop-commands::([0-9a-f]{32})/)?.1)
    #expect(lines.last == "::\(token)::", "\(offline.output)")
    #expect(!lines.dropFirst().dropLast().contains { $0.hasPrefix("::") })
    let online = try await check(
      Self.online, runner, checkout, isFork: false, host: catalog.sample.host,
      token: catalog.sample.token)
    #expect(online.status == 0, "\(online.output)\(online.errors)")
    #expect(runner.summary.contains("Revenue Predictions"), "\(runner.summary)")
    #expect(try checkout.read("catalog-report/report.md").contains("Revenue Predictions"))
    #expect(try await catalog.sample.modelStatus() == 404, "a check has written")
  }

  @Test("of a fork that leads everything to a server of its own asks no server at all")
  func maliciousFork() async throws {
    let catalog = try await LockedCatalog()
    let attacker = ScriptedServer(answers: [[.json(200, #"{"version":"1.5.10"}"#)]])
    defer { attacker.stop() }
    let checkout = try await Checkout(
      main: catalog.files, change: Self.files(leadingTo: attacker))
    let runner = try GitHubRunner(["GITHUB_BASE_REF": "main"])
    let run = try await check(Self.offline, runner, checkout, isFork: true)
    #expect(run.status != 0, "\(run.output)\(run.errors)")
    #expect(attacker.connectionCount == 0)
  }

  @Test("of a branch that leads the token elsewhere asks only what the operator named")
  func maliciousBranch() async throws {
    let catalog = try await LockedCatalog()
    let attacker = ScriptedServer(answers: [[.json(200, #"{"version":"1.5.10"}"#)]])
    defer { attacker.stop() }
    let checkout = try await Checkout(
      main: catalog.files, change: Self.files(leadingTo: attacker))
    // Once with the operator's host, once where the operator has forgotten to name one.
    for host in [catalog.sample.host, ""] {
      let runner = try GitHubRunner(["GITHUB_BASE_REF": "main", "MLFLOW_TRACKING_TOKEN": "secret"])
      let run = try await check(
        Self.online, runner, checkout, isFork: false, host: host, token: catalog.sample.token)
      #expect(run.status == 77, "\(run.output)\(run.errors)")
      #expect(attacker.connectionCount == 0)
      #expect(!(run.output + run.errors + runner.summary).contains(catalog.sample.token))
    }
  }

  @Test("takes names of branches, models and files as names, whatever is in them")
  func injection() async throws {
    let catalog = try await LockedCatalog()
    let hostile = "$(touch stolen)`touch stolen`';touch stolen;'\"${{ github.token }}"
    let base = "$(touch${IFS}stolen);'touch${IFS}stolen'"
    let change = [
      "ml_model.yaml": Project.manifest.replacing(
        "name: Revenue Predictions", with: "name: '\(hostile.replacing("'", with: "''"))'"),
      "models/\(hostile.replacing("/", with: "")).yaml": "a: b\n",
      "mlcatalog.yaml": LockedCatalog.settings.replacing(
        "[ml_model.yaml]", with: "[ml_model.yaml, 'models/*.yaml']"),
    ]
    let checkout = try await Checkout(
      base: base, main: catalog.files, change: change, branch: "x$(touch${IFS}stolen)")
    let runner = try GitHubRunner(["GITHUB_BASE_REF": base])
    let run = try await check(Self.offline, runner, checkout, isFork: true)
    #expect([1, 65].contains(run.status), "\(run.output)\(run.errors)")
    #expect(!checkout.has("stolen"))
    for line in run.output.split(separator: "\n") where line.hasPrefix("::") {
      #expect(line.firstMatch(of: /^::(error|warning|notice|group|endgroup)/) != nil, "\(line)")
    }
  }

  private func check(
    _ name: String, _ runner: GitHubRunner, _ checkout: Checkout, isFork: Bool, host: String = "",
    token: String = ""
  ) async throws -> ProgramRun {
    try await runner.run(
      try CIFile("ci-templates/github/pull-request.yml").step(name),
      [
        "github.event.pull_request.head.repo.full_name != github.repository": "\(isFork)",
        "vars.OPENMETADATA_HOST": host, "secrets.OPENMETADATA_READ_TOKEN": token,
      ], in: checkout.place)
  }

  /// Files that name the attacker's server wherever a file can name one.
  ///
  /// The name leads here, yet is not literally this machine.
  private static func files(leadingTo server: ScriptedServer) -> [String: String] {
    let url = "http://127.1.localhost:\(server.port)"
    return [
      ".env": "OPENMETADATA_HOST=\(url)\nMLFLOW_TRACKING_URI=\(url)\nHTTPS_PROXY=\(url)\n",
      "ml_model.yaml": Project.manifest
        + "registry: {mlflow: {model: revenue, alias: champion, trackingUri: '\(url)'}}\n",
    ]
  }
}
