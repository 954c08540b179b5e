import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("What a pull request changes, and whom it concerns", .timeLimit(.minutes(5)))
struct AgainstTests {
  private let catalog: SampleCatalog
  private let project: Project

  init() async throws { (catalog, project) = try await SampleCatalog.published() }

  /// Makes a repository of the project, its manifest committed on `main`, with another branch on
  /// top.
  private func branch() async throws {
    for command in [
      ["init", "-q", "-b", "main"], ["add", "--all"], ["commit", "-q", "-m", "one"],
      ["switch", "-q", "-c", "feature"],
    ] {
      try await git(command)
    }
  }

  private func git(_ arguments: [String]) async throws {
    let run = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["git"] + arguments,
      environment: TemporaryRepository.environment.merging([
        "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.com",
        "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.com",
        "GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z",
      ]) { $1 }, in: URL(filePath: project.path))
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test("a signal while git is asked ends the run at once")
  func stopped() async throws {
    let programs = project.path + "/programs"
    try FileManager.default.createDirectory(
      atPath: programs, withIntermediateDirectories: true)
    try project.write(
      "#!/bin/sh\n: > '\(project.path)/asked'\nexec sleep 25\n", to: "programs/git")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: programs + "/git")
    var publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    publisher.environment["PATH"] = programs + ":/usr/bin:/bin"
    let running = try publisher.start(["publish", "--check", "--against", "main"])
    let asked = project.path + "/asked"
    for _ in 1...500 where !FileManager.default.fileExists(atPath: asked) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(FileManager.default.fileExists(atPath: asked))
    let start = ContinuousClock.now
    running.signal(SIGINT)
    let outcome = try await running.outcome()
    #expect(outcome.status == 130, "\(outcome.everything)")
    #expect(outcome.output.contains("stopped while the commit of --against was read"))
    #expect(start.duration(to: .now) < .seconds(15))
  }

  private func check(_ arguments: [String]) async throws -> PublisherProcess.Outcome {
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    return try await publisher.start(["publish", "--check"] + arguments).outcome()
  }

  /// Draws an edge between two entities, given as references.
  private func draw(_ from: JSON, _ to: JSON) async throws {
    try await catalog.catalog.require(
      "PUT", "lineage", ["edge": ["fromEntity": from, "toEntity": to]])
  }

  /// Two dashboards and a pipeline behind the model, one of the dashboards owned.
  private func addDownstream() async throws {
    let owner = try await catalog.catalog.require(
      "PUT", "users", ["name": "jane.doe", "email": "jane.doe@example.com"])
    try await catalog.catalog.require(
      "PUT", "services/dashboardServices", ["name": "superset", "serviceType": "Superset"])
    var ids: [JSON] = [["id": try await catalog.model()["id"] ?? .null, "type": "mlmodel"]]
    for name in ["eta", "board"] {
      var request: JSONObject = JSONObject()
      request["name"] = .string(name)
      request["service"] = "superset"
      if name == "eta" { request["owners"] = [["id": owner["id"] ?? .null, "type": "user"]] }
      let dashboard = try await catalog.catalog.require("PUT", "dashboards", .object(request))
      ids.append(["id": dashboard["id"] ?? .null, "type": "dashboard"])
    }
    try await draw(ids[0], ids[1])
    try await draw(ids[1], ids[2])
  }

  @Test("a breaking change names the dashboards behind the model and their owners")
  func downstream() async throws {
    try await addDownstream()
    try await branch()
    try project.replace("target: expected_time", with: "target: eta")
    try project.replace("is_premium", with: "is_gold")
    let outcome = try await check(["--against", "main"])
    #expect(outcome.status == 0, "\(outcome.everything)")
    let text = outcome.output.replacing(catalog.host, with: "http://HOST")
    try expectGolden(text, "against.txt")

    let json = try JSON(
      parsing: Array(try await check(["--against", "main", "--format", "json"]).output.utf8))
    let model = try #require(json["comparison"]?["models"]?.array?.first)
    #expect(model["breaking"] == true)
    #expect(model["downstream"]?["total"] == 2)
    let asset = try #require(model["downstream"]?["assets"]?.array?.first)
    #expect(asset["fullyQualifiedName"] == "superset.eta" && asset["owners"] == ["jane.doe"])
    // One request for the lineage, one for each owner.
    let plain = try JSON(parsing: Array(try await check(["--format", "json"]).output.utf8))
    let requests = (json["requests"]?["total"]?.number?.double ?? 0)
    #expect(requests - (plain["requests"]?["total"]?.number?.double ?? 0) == 3)
  }

  @Test("a model that was renamed is looked up by the name that the catalog has")
  func renamed() async throws {
    try await addDownstream()
    try await branch()
    try project.replace("name: Revenue Predictions", with: "name: Revenue Forecast")
    let outcome = try await check(["--against", "main"])
    #expect(outcome.output.contains("looks like a rename of CustomMLService.Revenue Predictions"))
    #expect(outcome.output.contains("dashboard superset.eta, owned by jane.doe"))
    #expect(outcome.output.contains("note: downstream: dashboard superset.eta (owned by jane.doe)"))
  }

  @Test("a token that may not read the lineage is no failure, and said")
  func forbidden() async throws {
    try await branch()
    try project.replace("target: expected_time", with: "target: eta")
    let proxy = HookedProxy(catalog.host) { _, request in
      request.target.contains("/lineage/mlmodel/name/")
        ? .answer(status: 403, body: #"{"code":403,"message":"no ViewBasic"}"#) : .pass
    }
    let outcome = try await PublisherProcess(project, host: proxy.url, token: catalog.token)
      .run("publish", "--check", "--against", "main")
    #expect(outcome.status == 0, "\(outcome.everything)")
    #expect(outcome.output.contains("downstream: not known (not allowed: no ViewBasic)"))
    #expect(outcome.output.contains("warning[MLC425]"))
  }

  @Test("a breaking change made an error fails the check, holds no model back, and can be agreed")
  func gate() async throws {
    try project.write("severity: {MLC420: error}\n", to: "mlcatalog.yaml")
    try await branch()
    try project.replace("target: expected_time", with: "target: eta")
    let refused = try await check(["--against", "main"])
    #expect(refused.status == 1)
    #expect(refused.output.contains("error[MLC420]"))
    #expect(refused.output.contains(": to update, version 0.1 → 1.1, breaking"))
    try project.replace(
      "target: eta", with: "target: eta\nsuppress: [{code: MLC420, path: target, reason: agreed}]")
    let agreed = try await check(["--against", "main"])
    #expect(agreed.status == 0, "\(agreed.everything)")
    #expect(!agreed.output.contains("error["))
    // Published after the merge, nobody compares, and the entry is not called useless.
    let plain = try await check([])
    #expect(plain.status == 0 && !plain.output.contains("warning"), "\(plain.everything)")
  }

  @Test("without a server the comparison is shown all the same")
  func noServer() async throws {
    try await branch()
    try project.replace("target: expected_time", with: "target: eta")
    let outcome = try await PublisherProcess(project).run("publish", "--check", "--against", "main")
    #expect(outcome.status == 78)
    #expect(outcome.output.contains("~ target: \"expected_time\" → \"eta\" (breaking)"))
    #expect(outcome.output.contains("Against main: 1 changed; 1 breaking."))
  }

  @Test("a commit that is not there is an error beside the whole check")
  func unknownCommit() async throws {
    try await branch()
    let outcome = try await check(["--against", "mian"])
    #expect(outcome.status == 64)
    #expect(outcome.output.contains("error[MLC844]"))
    #expect(outcome.output.contains("did you mean 'main'?"))
    #expect(outcome.output.contains("Checked, nothing written: 1 unchanged, 1 error."))
  }

  @Test("a password that only the former manifest holds is not printed")
  func formerSecret() async throws {
    try project.replace(
      "target: expected_time",
      with: "target: expected_time\nserver: https://user:geheim99@models.example")
    try await branch()
    try project.replace(
      "server: https://user:geheim99@models.example", with: "server: https://models.example")
    for format in ["text", "json"] {
      let outcome = try await check(["--against", "main", "--format", format, "-v"])
      #expect(!outcome.everything.contains("geheim99"))
    }
  }

  @Test("--against needs --check and a name")
  func usage() async throws {
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let publish = try await publisher.run("publish", "--against", "main")
    #expect(publish.status == 64)
    #expect(publish.errors.contains("'--against' goes with '--check' only"))
    #expect(try await check(["--against", ""]).status == 64)
    #expect(try await check(["--against", "main", "--fix"]).status == 64)
  }
}
