import EmbeddedCatalog
import Foundation
import HTTPClient
import JSONDocuments
import TestSupport
import Testing

@Suite("The program as users run it", .timeLimit(.minutes(10)))
struct ProgramEndToEndTests {
  @Test("publishes, and then has nothing to do")
  func publish() async throws {
    let catalog = try await SampleCatalog()
    let publisher = PublisherProcess(
      try Project(), host: catalog.host + "/api", token: catalog.token)

    let first = try await publisher.run("publish", "--format", "json")
    #expect(first.status == 0, "\(first.everything)")
    let report = try JSON(parsing: first.output)
    #expect(report["summary"]?["create"] == 1)
    #expect(
      report["models"]?.array?.first?["url"]
        == .string("\(catalog.host)/mlmodel/CustomMLService.Revenue%20Predictions"))
    #expect((report["requests"]?["total"]?.integer ?? 99) <= 13)

    let second = try await publisher.run("publish")
    #expect(second.status == 0, "\(second.everything)")
    #expect(second.output.contains("of which 0 were writes"))
    #expect(try await publisher.run("publish", "--check", "--detailed-exitcode").status == 0)
  }

  @Test("a service that only a blocked model needs is neither created nor announced")
  func serviceOfBlocked() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    try project.replace("demo_pg.postgres.public.orders", with: "demo_pg.postgres.public.no_such")
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    for arguments in [["publish"], ["publish", "--check"]] {
      let run = try await publisher.start(arguments).outcome()
      #expect(run.status == 1, "\(run.everything)")
      #expect(!run.output.contains("+ service"), "\(run.everything)")
    }
  }

  @Test("no server is 69, and says that nothing was asked")
  func noServer() async throws {
    let publisher = PublisherProcess(
      try Project(), host: "http://127.0.0.1:1", token: "secret-token")
    let run = try await publisher.run("publish", "--timeout", "5")
    #expect(run.status == 69, "\(run.everything)")
    #expect(run.output.contains("nothing written"))
  }

  @Test("a server that answers something else is 69, a login page 77")
  func wrongServer() async throws {
    let page = ScriptedServer(answers: [
      [.answer(200, headers: [("Content-Type", "text/html")], body: Array("<html></html>".utf8))]
    ])
    defer { page.stop() }
    let other = ScriptedServer(answers: [[.json(200, "{}")]])
    defer { other.stop() }
    let project = try Project()
    let login = try await PublisherProcess(project, host: page.url, token: "secret-token")
      .run("publish")
    #expect(login.status == 77, "\(login.everything)")
    let strange = try await PublisherProcess(project, host: other.url, token: "secret-token")
      .run("publish")
    #expect(strange.status == 69, "\(strange.everything)")
  }

  @Test("a wrong token is 77, and so is none")
  func wrongToken() async throws {
    let catalog = try await SampleCatalog()
    let wrong = try await PublisherProcess(
      try Project(), host: catalog.host, token: "a.wrong.token"
    )
    .run("publish")
    #expect(wrong.status == 77, "\(wrong.everything)")
    #expect(wrong.output.contains("the token is that of OPENMETADATA_JWT_TOKEN\n"))
    let none = try await PublisherProcess(try Project(), host: catalog.host).run("publish")
    #expect(none.status == 77, "\(none.everything)")
    #expect(try await catalog.modelStatus() == 404)
  }

  @Test("a host of .env does not get the token of the environment: 77, and no socket is opened")
  func hostOfTheFile() async throws {
    let server = ScriptedServer(answers: [[.json(200, #"{"version":"1.5.10"}"#)]])
    defer { server.stop() }
    let project = try Project()
    // A name that leads here, yet is not literally this machine.
    try project.write("OPENMETADATA_HOST=http://127.1.localhost:\(server.port)\n", to: ".env")
    let run = try await PublisherProcess(project, token: "secret-token")
      .run("publish", "--allow-plain-http")
    #expect(run.status == 77, "\(run.everything)")
    #expect(run.output.contains("MLCATALOG_ALLOWED_HOSTS"))
    #expect(server.connectionCount == 0)
  }

  @Test("no output shows the token, at any verbosity and whatever goes wrong")
  func noTokenInOutputs() async throws {
    let catalog = try await SampleCatalog()
    let echo = ScriptedServer { request in
      let token = request.headers["Authorization"] ?? ""
      if request.target.hasSuffix("version") { return [.json(200, #"{"version":"1.5.10"}"#)] }
      return [.json(400, #"{"code":400,"message":"what is \#(token)?"}"#)]
    }
    defer { echo.stop() }
    let wrong = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJib3QifQ.c2VjcmV0LXNpZ25hdHVyZQ"
    let runs = [(catalog.host, catalog.token), (catalog.host, wrong), (echo.url, wrong)]
    for (host, token) in runs {
      let project = try Project()
      let run = try await PublisherProcess(project, host: host, token: token)
        .run("publish", "-vv", "--output", "json=report.json", "--color", "always")
      let everything = run.everything + (try project.read("report.json"))
      for part in [token] + token.split(separator: ".").map(String.init) {
        #expect(!everything.contains(part), "\(everything)")
      }
    }
  }

  @Test(
    "a path that does not exist is 66, nothing to publish too, a usage error 64, no host 78, a bad file 65"
  )
  func inputs() async throws {
    let project = try Project()
    let publisher = PublisherProcess(project, host: "http://127.0.0.1:1", token: "secret-token")
    #expect(try await publisher.run("publish", "missing.yaml").status == 66)
    #expect(try await publisher.run("publish", "--offline").status == 64)
    #expect(try await publisher.run("publsh").status == 64)
    #expect(try await PublisherProcess(project).run("publish").status == 78)
    try project.write("name: 'open\n")
    #expect(try await publisher.run("publish").status == 65)
    try project.write("# nothing\n")
    #expect(try await publisher.run("publish").status == 66)
  }

  @Test("broken settings are reported in the format asked for, with the findings of the files")
  func brokenSettings() async throws {
    let project = try Project(Project.manifest.replacing("numerical", with: "numeric"))
    try project.write("not a line of settings\n", to: ".env")
    let run = try await PublisherProcess(project).run("publish", "--format", "json")
    #expect(run.status == 78, "\(run.everything)")
    let codes = try JSON(parsing: run.output)["diagnostics"]?.array?.compactMap {
      $0["code"]?.string
    }
    #expect(codes?.contains("MLC804") == true)
    #expect(codes?.count == 2)
    let missing = try await PublisherProcess(try Project()).run("publish", "--config", "no.yaml")
    #expect(missing.status == 66, "\(missing.everything)")
  }

  @Test("a report that cannot be written is 73, and 3 when something was published")
  func unwritableReport() async throws {
    let catalog = try await SampleCatalog()
    let publisher = PublisherProcess(try Project(), host: catalog.host, token: catalog.token)
    let bad = ["--output", "json=/no/such/folder/report.json"]
    #expect(try await publisher.start(["publish", "--check"] + bad).outcome().status == 73)
    let run = try await publisher.start(["publish"] + bad).outcome()
    #expect(run.status == 3, "\(run.everything)")
    #expect(run.errors.contains("error[MLC808]"))
    #expect(run.errors.contains("/no/such/folder/report.json"))
    #expect(run.errors.contains("make its folder"))
  }

  @Test("a token that has ended is told to be made anew, and where the old one is")
  func expiredToken() async throws {
    let catalog = try await SampleCatalog()
    let faults = #"[{"fault": "expiredToken"}]"#
    catalog.catalog.server.setFaults(try FaultFile(parsing: Array(faults.utf8)))
    let run = try await PublisherProcess(try Project(), host: catalog.host, token: catalog.token)
      .run("publish")
    #expect(run.status == 77, "\(run.everything)")
    #expect(run.output.contains("make a new token in the catalog (Settings, Bots, the bot)"))
    #expect(run.output.contains("the token is that of OPENMETADATA_JWT_TOKEN"))
  }

  @Test("a server that is not there is blamed on whatever names it")
  func unreachable() async throws {
    let publisher = PublisherProcess(try Project(), host: "http://127.0.0.1:9", token: "t")
    let byVariable = try await publisher.run("publish")
    #expect(byVariable.output.contains("that OPENMETADATA_HOST is right"))
    let byOption = try await publisher.run("publish", "--host", "http://127.0.0.1:9")
    #expect(byOption.output.contains("that --host is right"))
  }

  @Test("results go to the standard output, and nothing else does")
  func streams() async throws {
    let catalog = try await SampleCatalog()
    let run = try await PublisherProcess(try Project(), host: catalog.host, token: catalog.token)
      .run("publish", "--format", "json", "-vv")
    _ = try JSON(parsing: run.output)
    #expect(run.errors.contains("GET \(catalog.host)/api/v1/system/version"))
    let quiet = try await PublisherProcess(try Project(), host: catalog.host, token: catalog.token)
      .run("publish", "--check")
    #expect(quiet.errors.isEmpty)
  }

  @Test("help, version and explain need no server, no settings and no file")
  func answers() async throws {
    let empty = try Project("")
    let publisher = PublisherProcess(empty)
    #expect(try await publisher.run("--version").output.hasPrefix("mlcatalog "))
    #expect(try await publisher.run("help").output.contains("publish"))
    #expect(try await publisher.run("publish", "--help").output.contains("--check"))
    #expect(try await publisher.run("explain", "mlc707").output.contains("MLCATALOG_ALLOWED_HOSTS"))
    #expect(try await publisher.run("explain", "264").output.hasPrefix("MLC264"))
    #expect(try await publisher.run("explain").output.contains("MLC101"))
    #expect(try await publisher.run("explain", "MLC000").status == 64)
  }
}
