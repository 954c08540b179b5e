import TestSupport
import Testing

@Suite("Environments of the project config", .timeLimit(.minutes(5)))
struct EnvironmentTests {
  @Test("an environment gives server, service and the names of tables")
  func selected() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      Project.manifest.replacing("serviceName: CustomMLService\n", with: "")
        .replacing("demo_pg.postgres", with: "dev_pg.postgres"))
    try project.write(
      """
      environments:
        here:
          host: "\(catalog.host)"
          serviceName: CustomMLService
          serviceAliases: {dev_pg: demo_pg}
        far: {host: "https://catalog.example.com"}
      """, to: "mlcatalog.yaml")
    let publisher = PublisherProcess(project, token: catalog.token)
    let run = try await publisher.run("publish", "--env", "here")
    #expect(run.status == 0, "\(run.everything)")
    #expect(try await catalog.edges().keys.sorted() == ["orders", "restaurants", "users"])

    let far = try await publisher.run("publish", "--env", "far")
    #expect(far.status == 77, "\(far.everything)")
    #expect(far.output.contains("the token is not sent to catalog.example.com"))
    #expect(!far.everything.contains(catalog.token))
    let unknown = try await publisher.run("publish", "--env", "hree")
    #expect(unknown.status == 64, "\(unknown.everything)")
    #expect(unknown.output.contains("did you mean `here`?"))
    #expect(try await publisher.run("publish").status == 78)
  }

  @Test(
    "a password or token under an unknown key is shown nowhere, however it is written",
    arguments: [
      "registry: {mlflow: {model: m, alias: a, password: hunter2}}",
      "registry: {mlflow: {model: m, alias: a, password: \"hunter2\", x: y}}",
      "registry:\n  mlflow:\n    model: m\n    alias: a\n    token: |\n      hunter2\n      more",
      "x-pw: &pw hunter2\nregistry: {mlflow: {model: m, alias: a, token: *pw}}",
      "registry: {mlflow: {model: m, alias: a, client_secret: [hunter2, hunter2]}}",
      "token: hunter2", "token: !hunter2 a", "token: *hunter2", "password: 'hunter2",
      "password: %hunter2", "password: hunter2\npassword: hunter2", "token:hunter2",
      "registry: {mlflow: {model: m, alias: a, trackingUri: 'https://u:a/hunter2@h'}}",
    ])
  func unknownSecret(_ lines: String) async throws {
    let project = try Project("name: a\nalgorithm: b\n\(lines)\n")
    let publisher = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    let formats = [
      "text", "json", "github", "gitlab", "sarif", "junit", "azure", "rdjson", "markdown",
    ]
    let others = [["-vv"], ["--check", "--fix", "--diff"]]
    for arguments in formats.map({ ["--format", $0] }) + others {
      let run = try await publisher.start(["publish", "--timeout", "5"] + arguments).outcome()
      #expect(run.everything.contains("MLC"), "\(run.everything)")
      #expect(!run.everything.contains("hunter2"), "\(run.everything)")
    }
  }

  @Test("what the lines of a file hide, the difference that mending would make hides as well")
  func secretInDifference() async throws {
    let project = try Project(
      """
      name: a
      x-password: 1234567890123
      algoritm: b
      x-token: three word secret
      x-pin-token: abcd

      """)
    let publisher = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    let run = try await publisher.run("publish", "--check", "--fix", "--diff", "--timeout", "5")
    #expect(run.output.contains("-algoritm: b\n+algorithm: b\n"), "\(run.everything)")
    for secret in ["1234567890123", "three", "abcd"] {
      #expect(!run.everything.contains(secret), "\(run.everything)")
    }
  }

  @Test("a secret of which a notation escapes a character is shown in no graph and in no lock")
  func escapedSecret() async throws {
    let catalog = try await SampleCatalog()
    let secret = #"s&c<r>\t99"#
    let project = try Project(
      """
      name: a
      algorithm: b
      x-token: \(secret)
      mlFeatures:
        - name: \(secret)
          dataType: numerical
          featureSources:
            - {name: total, dataSourceFqn: 'demo_pg.postgres.public.\(secret)'}

      """)
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    for format in ["text", "mermaid", "dot"] {
      let run = try await publisher.run("graph", "--format", format)
      #expect(run.status == 0 && run.output.contains("redacted"), "\(run.everything)")
      #expect(!run.everything.contains("t99"), "\(run.everything)")
    }
    let run = try await publisher.run("lock")
    #expect(run.status == 0 && !run.everything.contains("t99"), "\(run.everything)")
    let lock = try project.read("mlcatalog.lock")
    #expect(lock.contains("<redacted>") && !lock.contains("t99"), "\(lock)")
    #expect(try await publisher.run("lock").output.contains("is up to date"))
  }

  @Test("a secret of one letter hides nothing but itself")
  func shortSecret() async throws {
    let project = try Project("name: a\nalgorithm: b\nregistry: {mlflow: {alias: c, token: a}}\n")
    let publisher = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    let run = try await publisher.run("publish")
    #expect(
      run.output.contains("registry: {mlflow: {alias: c, token: <redacted>}}"), "\(run.output)")
    #expect(run.output.contains("MLFLOW_TRACKING_TOKEN"), "\(run.output)")
  }

  @Test("a password in the URI of a manifest is refused and shown nowhere")
  func password() async throws {
    let project = try Project(
      "name: a\nregistry: {mlflow: {model: a, alias: b, trackingUri: 'https://joe:hunter2@h'}}\n")
    let publisher = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    for format in ["text", "json"] {
      let run = try await publisher.run("publish", "--format", format, "--timeout", "5")
      #expect(run.everything.contains("MLC241"), "\(run.everything)")
      #expect(!run.everything.contains("hunter2"), "\(run.everything)")
    }
  }
}
