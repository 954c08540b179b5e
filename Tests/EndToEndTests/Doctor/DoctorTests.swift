import Foundation
import FullyQualifiedNames
import JSONDocuments
import TestSupport
import Testing

@Suite("mlcatalog doctor", .timeLimit(.minutes(5)))
struct DoctorTests {
  /// What one run said: a line for each thing that was examined.
  private struct Visit {
    let run: PublisherProcess.Outcome
    let secrets: [String]

    func line(_ subject: String) -> String {
      let lines = run.output.split(separator: "\n", omittingEmptySubsequences: true)
      return lines.first { $0.contains(" \(subject): ") }.map(String.init) ?? "none"
    }
  }

  private func visit(
    _ host: String, token: String? = "t.o.k", _ environment: [String: String] = [:],
    _ arguments: [String] = [], project: Project? = nil
  ) async throws -> Visit {
    var publisher = PublisherProcess(try project ?? Project(), host: host, token: token)
    publisher.environment.merge(environment) { $1 }
    let run = try await publisher.start(["doctor"] + arguments).outcome()
    for secret in [token, "open sesame"].compactMap({ $0 }) {
      #expect(!run.everything.contains(secret), "a secret is shown: \(run.everything)")
    }
    return Visit(run: run, secrets: [])
  }

  private func token(_ claims: String, key: String = "k") -> String {
    let parts = [#"{"alg":"RS256","kid":"\#(key)"}"#, claims].map { Base64URL.encode($0.utf8) }
    return parts.joined(separator: ".") + ".c2ln"
  }

  // MARK: All is well

  @Test("goes all the way with a bot that may publish, and writes nothing")
  func healthy() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    let visit = try await visit(
      catalog.host, token: catalog.token, [:], ["--output", "json=report.json"], project: project)
    #expect(visit.run.status == 0, "\(visit.run.everything)")
    func shown(_ text: String) -> String {
      text.replacing(catalog.host, with: "https://catalog.example")
        .replacing(/127\.0\.0\.1:\d+/, with: "HOST").replacing(/until \S+/, with: "until TIME")
    }
    try expectGolden(shown(visit.run.output), "doctor.txt")
    let report = try JSON(parsing: try project.read("report.json"))
    #expect(report["mode"] == "doctor" && report["requests"]?["writes"] == 0)
    #expect(report["checks"]?.array?.count == 11)
  }

  @Test("--config tells each setting with where it comes from, and shows no secret")
  func settings() async throws {
    let project = try Project()
    try project.write("OPENMETADATA_JWT_TOKEN=file.token\nNO_PROXY=a.example\n", to: ".env")
    try project.write("environments: {prod: {host: https://prod.example}}\n", to: "mlcatalog.yaml")
    let visit = try await visit(
      "https://catalog.example",
      [
        "OPENMETADATA_EXTRA_HEADERS": "X-Key: open sesame",
        "HTTPS_PROXY": "http://me:open%20sesame@proxy.example:3128",
      ], ["--config", "--env", "prod"], project: project)
    #expect(visit.run.status == 0, "\(visit.run.everything)")
    #expect(!visit.run.output.contains("file.token"))
    try expectGolden(visit.run.output, "doctor-config.txt")
  }

  // MARK: The way

  @Test("a name without an address, with the resolver's words")
  func unknownName() async throws {
    let visit = try await visit("https://catalog.invalid")
    #expect(visit.run.status == 69)
    #expect(visit.line("name").hasPrefix("problem"), "\(visit.run.output)")
    #expect(visit.line("name").contains("`catalog.invalid`, which OPENMETADATA_HOST names"))
    #expect(visit.line("name").contains("MLC709"))
    for subject in ["connection", "certificate", "token", "account", "permissions"] {
      #expect(visit.line(subject).hasPrefix("not checked"), "\(visit.run.output)")
    }
  }

  @Test("nothing that listens")
  func refused() async throws {
    let visit = try await visit("http://127.0.0.1:1")
    #expect(visit.run.status == 69)
    #expect(visit.line("connection").contains("MLC712"), "\(visit.run.output)")
  }

  @Test("certificates that do not hold, each with what is wrong and what helps")
  func certificates() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    try authority.issue("expired.pem", days: -1)
    try authority.issueBySelf("alone.pem")
    try authority.issueByIntermediate("leaf.pem")
    let trust = ["OPENMETADATA_CA_BUNDLE": authority.path("ca.pem")]
    let cases: [(file: String, host: String, [String: String], code: String, words: String)] = [
      ("server.pem", "127.0.0.1", [:], "MLC713", "`Test Authority`"),
      ("alone.pem", "127.0.0.1", trust, "MLC713", "issued by itself"),
      ("leaf.pem", "127.0.0.1", trust, "MLC713", "`Test Intermediate`"),
      ("expired.pem", "127.0.0.1", trust, "MLC714", "ended"),
      ("server.pem", "localhost", trust, "MLC715", "for `127.0.0.1`, not for `localhost`"),
    ]
    for (file, host, environment, code, words) in cases {
      let server = try authority.serve(certificate: file)
      defer { server.stop() }
      let visit = try await visit("https://\(host):\(server.port)", environment)
      #expect(visit.run.status == 69)
      let line = visit.line("certificate")
      #expect(line.contains(code) && line.contains(words), "\(file): \(visit.run.output)")
      #expect(visit.line("connection").hasPrefix("ok"), "\(visit.run.output)")
    }
    let server = try authority.serve()
    defer { server.stop() }
    let trusted = try await visit("https://127.0.0.1:\(server.port)", trust)
    #expect(trusted.line("certificate").contains("issued by `Test Authority`"))
    #expect(trusted.line("server").contains("MLC708"), "\(trusted.run.output)")
    let open = try await visit(
      "https://127.0.0.1:\(server.port)", ["OPENMETADATA_VERIFY_SSL": "false"])
    #expect(open.line("certificate").hasPrefix("doubtful"))
    #expect(open.line("certificate").contains("MLC723"), "\(open.run.output)")
  }

  @Test("a proxy that is not there, one that refuses, and one that asks who we are")
  func proxies() async throws {
    let away = try await visit("https://catalog.test", ["HTTPS_PROXY": "http://127.0.0.1:1"])
    #expect(away.run.status == 69)
    #expect(away.line("proxy").contains("MLC710"), "\(away.run.output)")
    #expect(away.line("proxy").contains("127.0.0.1:1 of HTTPS_PROXY"))
    for (status, code) in [(403, "MLC710"), (407, "MLC711")] {
      let proxy = ScriptedServer(answers: [[.answer(status), .close]])
      defer { proxy.stop() }
      let visit = try await visit(
        "https://catalog.test", ["HTTPS_PROXY": "http://me:open%20sesame@127.0.0.1:\(proxy.port)"])
      #expect(visit.run.status == 69)
      #expect(visit.line("proxy").contains(code), "\(visit.run.output)")
    }
  }

  @Test("a login page, and another clock")
  func answers() async throws {
    let page = ScriptedServer(answers: [
      [
        .answer(
          200, headers: [("Content-Type", "text/html")],
          body: Array("<html><title>Sign in</title><form></form></html>".utf8))
      ]
    ])
    defer { page.stop() }
    let login = try await visit(page.url)
    #expect(login.run.status == 77)
    #expect(login.line("server").contains("MLC708"), "\(login.run.output)")

    let late = ScriptedServer(answers: [
      [
        .json(
          200, #"{"version":"1.5.10"}"#, headers: [("Date", "Sun, 06 Nov 1994 08:49:37 GMT")])
      ]
    ])
    defer { late.stop() }
    let clock = try await visit(late.url)
    #expect(clock.line("clock").contains("MLC716"), "\(clock.run.output)")
    #expect(clock.line("clock").contains("there 1994-11-06T08:49:37Z"))
  }

  @Test("a token that may not travel in the clear, and no token at all")
  func withheld() async throws {
    let plain = try await visit("http://catalog.test")
    #expect(plain.run.status == 77)
    #expect(plain.line("settings").contains("MLC707"), "\(plain.run.output)")
    #expect(plain.line("name").hasPrefix("not checked"))
    let catalog = try await SampleCatalog()
    let none = try await visit(catalog.host, token: nil)
    #expect(none.run.status == 77)
    #expect(none.line("settings").contains("MLC705"), "\(none.run.output)")
    #expect(none.line("server").contains("OpenMetadata 1.5.10"))
    #expect(none.line("token").hasPrefix("not checked"))
  }

  // MARK: The token

  @Test("tokens that have ended, begin later, are another server's, or are none")
  func tokens() async throws {
    let catalog = try await SampleCatalog()
    let other = try await SampleCatalog()
    let cases = [
      (token(#"{"exp":1000000000,"sub":"x"}"#), "token", "MLC718"),
      (token(#"{"iat":32503680000,"sub":"x"}"#), "token", "MLC718"),
      (other.token, "account", "MLC719"), ("no-web-token", "token", "MLC717"),
    ]
    for (token, subject, code) in cases {
      let visit = try await visit(catalog.host, token: token)
      #expect(visit.run.status == 77, "\(visit.run.output)")
      #expect(visit.line(subject).contains(code), "\(visit.run.output)")
      #expect(visit.line("permissions").hasPrefix("not checked"))
    }
  }

  @Test("a token that everybody can make")
  func publicToken() async throws {
    let answers = ScriptedServer { request in
      let isVersion = request.target.hasSuffix("/version")
      return [
        .json(200, isVersion ? #"{"version":"1.5.10"}"# : #"{"name":"admin","isBot":false}"#)
      ]
    }
    defer { answers.stop() }
    let visit = try await visit(
      "http://catalog.test",
      token: token(
        #"{"iss":"open-metadata.org","sub":"admin"}"#,
        key: "Gb389a-9f76-gdjs-a92j-0242bk94356"), ["http_proxy": answers.url],
      ["--allow-plain-http"])
    #expect(visit.line("proxy").hasPrefix("ok"), "\(visit.run.output)")
    #expect(visit.line("token").contains("MLC720"), "\(visit.run.output)")
    #expect(visit.line("account").contains("MLC721"))
  }

  @Test("a person who may not publish, with each operation that is missing")
  func permissions() async throws {
    let catalog = try await SampleCatalog()
    let consumer = try await catalog.catalog.makeUser("consumer", role: "DataConsumer")
    let visit = try await visit(catalog.host, token: consumer)
    #expect(visit.run.status == 77)
    #expect(visit.line("account").contains("MLC721"), "\(visit.run.output)")
    #expect(visit.run.output.contains("may not Create, EditAll on mlmodel"), "\(visit.run.output)")
    #expect(visit.run.output.contains("may not EditLineage on mlmodel"))
    #expect(visit.line("permissions").contains("MLC722"))
  }

  @Test("a registry that is away")
  func registries() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: R\nalgorithm: A\nregistry: {mlflow: {model: m, alias: champion}}\n")
    let visit = try await visit(
      catalog.host, token: catalog.token, ["MLFLOW_TRACKING_URI": "http://127.0.0.1:1"],
      ["--timeout", "10"], project: project)
    #expect(visit.run.status == 69)
    #expect(visit.line("registries").contains("MLC60"), "\(visit.run.output)")
  }
}
