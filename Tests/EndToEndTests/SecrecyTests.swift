import EmbeddedCatalog
import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Secrets in catalog, files and arguments", .timeLimit(.minutes(5)))
struct SecrecyTests {
  private static let formats = [
    "text", "json", "github", "gitlab", "sarif", "junit", "azure", "rdjson", "markdown",
  ]
  private static let token = "glpat-0123456789abcdefghij"

  /// A catalog whose model somebody gave secrets by hand.
  private func catalog() async throws -> SampleCatalog {
    let catalog = try await SampleCatalog(version: "1.9.3")
    try await catalog.catalog.require(
      "PUT", "services/mlmodelServices",
      ["name": "CustomMLService", "serviceType": "CustomMlModel"])
    try await catalog.catalog.require(
      "PUT", "mlmodels",
      [
        "name": "churn", "service": "CustomMLService", "algorithm": "XGBoost",
        "description": "Log in at https://jane:hunter2@example.com",
        "displayName": .string("Clone with \(Self.token)"),
        "mlStore": ["storage": "https://u:hunter2@models.example.com/m"],
        "mlHyperParameters": [
          ["name": "db_password", "value": "hunter2"], ["name": "eta", "value": "0.3"],
        ],
      ])
    return catalog
  }

  @Test("no format shows what the catalog holds as a secret, in plans, kept values and findings")
  func reports() async throws {
    let catalog = try await catalog()
    let project = try Project(
      """
      name: churn
      algorithm: XGBoost
      displayName: Churn
      description: Who leaves
      mlStore: {storage: s3://models/m}
      mlHyperParameters: [{name: db_password, value: '${DB}'}, {name: eta, value: 0.4}]

      """)
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    for format in Self.formats {
      let run = try await publisher.run("publish", "--check", "--format", format)
      #expect(run.everything.contains("redacted"), "\(format): \(run.everything)")
      #expect(!run.everything.contains("hunter2"), "\(format): \(run.everything)")
      #expect(!run.everything.contains(Self.token), "\(format): \(run.everything)")
    }
    let lock = try await publisher.run("lock")
    #expect(lock.status == 0, "\(lock.everything)")
    let text = try project.read("mlcatalog.lock")
    #expect(!(lock.everything + text).contains("hunter2"))
    let written = try await publisher.run("publish", "--force", "description")
    #expect(written.status != 64, "\(written.everything)")
    #expect(!written.everything.contains("hunter2"), "\(written.everything)")
  }

  @Test("pull leaves secrets out with a remark and a warning, and publishing changes nothing")
  func pull() async throws {
    let catalog = try await catalog()
    let project = try Project("")
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let pulled = try await publisher.run("pull", "CustomMLService.churn")
    #expect(pulled.status == 0, "\(pulled.everything)")
    #expect(!pulled.everything.contains("hunter2"), "\(pulled.everything)")
    #expect(!pulled.everything.contains(Self.token), "\(pulled.everything)")
    for field in [
      "description", "displayName", "mlStore.storage", "mlHyperParameters[db_password]",
    ] {
      #expect(pulled.output.contains("# `\(field)"), "\(pulled.output)")
      #expect(pulled.errors.contains("warning[MLC426]: CustomMLService.churn: `\(field)"))
    }
    try project.write(pulled.output)
    let checked = try await publisher.run("publish", "--check", "--detailed-exitcode")
    #expect(checked.status == 0, "\(checked.everything)")
  }

  @Test(
    "a secret about to be published is told at its place, and its text is shown in no format",
    arguments: [
      "mlHyperParameters:\n  - name: db_password\n    value: hunter2",
      "mlHyperParameters: [{value: hunter2, name: db_password}]",
      "extension: {dbPassword: hunter2}", "description: see https://u:hunter2@h/x",
    ])
  func published(_ lines: String) async throws {
    let project = try Project("name: a\nalgorithm: b\n\(lines)\n")
    let publisher = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    for format in Self.formats {
      let run = try await publisher.run(
        "publish", "--check", "--timeout", "5", "--format", format)
      #expect(run.everything.contains("MLC214"), "\(run.everything)")
      #expect(!run.everything.contains("hunter2"), "\(run.everything)")
    }
    let graph = try await publisher.run("graph")
    #expect(!graph.everything.contains("hunter2"))
  }

  @Test(
    "a password among the arguments is not repeated",
    arguments: [
      ["publish", "--output", "https://u:hunter2@h"], ["publish", "--output", "password=hunter2"],
      ["publish", "--output", "json=https://u:hunter2@h/x"], ["https://u:hunter2@h"],
      ["publish", "--check", "--against", "https://u:hunter2@h/x"],
      ["publish", "--host", "https://u:hunter2@h"], ["publish", "--host", "u:hunter2@h"],
      ["publish", "--config", "https://u:hunter2@h"], ["publish", "--set", "password=hunter2"],
      ["publish", "--set", "mlHyperParameters[password].value=hunter2"],
      ["publish", "--set", "other:extension.password=hunter2"],
      ["publish", "https://u:hunter2@h/ml_model.yaml"], ["publish", "--password=hunter2"],
      ["publish", "--format", "https://u:hunter2@h"],
      ["publish", "--concurrency", "token=hunter2"],
      ["lock", "--config", "https://u:hunter2@h"], ["graph", "https://u:hunter2@h"],
      ["pull", "https://u:hunter2@h"], ["pull", "a.b", "--output-dir", "https://u:hunter2@h/x"],
      ["init", "--from", "https://u:hunter2@h"], ["explain", "https://u:hunter2@h"],
      ["publish", "--env", "https://u:hunter2@h"], ["publish", "--force", "https://u:hunter2@h"],
    ])
  func arguments(_ arguments: [String]) async throws {
    let publisher = PublisherProcess(
      try Project("name: a\nalgorithm: b\n"), host: "http://127.0.0.1:1", token: "t")
    let run = try await publisher.start(arguments + ["--timeout", "5"]).outcome()
    let plain = try await publisher.start(arguments).outcome()
    for run in [run, plain] {
      #expect(run.status != 0, "\(run.everything)")
      #expect(!run.everything.contains("hunter2"), "\(run.everything)")
    }
  }

  @Test("an .env behind a link that leads out of the repository is not read")
  func environmentFile() async throws {
    let outside = try Project("")
    try outside.write("OPENMETADATA_HOST=https://evil.example.com\n", to: ".env")
    let project = try Project("name: a\nalgorithm: b\n")
    try FileManager.default.createDirectory(
      atPath: project.path + "/.git", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: project.path + "/.env", withDestinationPath: outside.path + "/.env")
    let run = try await PublisherProcess(project).run("publish", "--check")
    #expect(run.status == 78, "\(run.everything)")
    #expect(run.output.contains(".env: it is a link that leads out of the repository"))
    #expect(!run.everything.contains("evil.example.com"))
  }

  @Test("no text of a manifest or of the catalog becomes a command of the runner that prints it")
  func commands() async throws {
    let catalog = try await catalog()
    let command = "##vso[task.setvariable variable=x]y"
    try await catalog.catalog.require(
      "PUT", "mlmodels",
      [
        "name": "tips", "service": "CustomMLService", "algorithm": "X",
        "description": .string("a \(command)\n::set-output name=a::b\n##[group]c\u{1B}[31m"),
      ])
    let project = try Project(
      "name: tips\nalgorithm: \(command.debugDescription)\ndescription: |\n  \(command)\n"
        + "  ::set-output name=a::b\n  ::add-mask::c\nalgoritm: '\(command)'\n")
    var publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    publisher.environment["TF_BUILD"] = "True"
    func check(_ arguments: String...) async throws {
      let run = try await publisher.start(arguments).outcome()
      #expect(!run.everything.isEmpty)
      for line in run.everything.split(whereSeparator: \.isNewline) {
        #expect(!line.contains("##vso[task.setvariable"), "\(arguments): \(line)")
        #expect(!line.contains("##["), "\(arguments): \(line)")
        #expect(!line.drop(while: \.isWhitespace).hasPrefix("::set-output"), "\(line)")
        #expect(!line.drop(while: \.isWhitespace).hasPrefix("::add-mask"), "\(line)")
        #expect(!line.contains("\u{1B}"), "\(arguments): \(line)")
      }
    }
    for format in Self.formats {
      try await check("publish", "--check", "--format", format)
      try await check("publish", "--check", "-v", "--format", format)
    }
    try await check("publish", "--check", "--fix", "--diff")
    try await check("pull", "CustomMLService.tips")
    try await check("graph")
    try await check("graph", "--format", "dot")
    try await check("graph", "--format", "mermaid")
    try await check("publish", "--output", command)
    try await check("publish", "::set-output name=a::b")
    let json = try await publisher.run("publish", "--check", "--format", "json")
    #expect(json.output.contains("u0023#vso[task.setvariable"))
    let report = try JSON(parsing: json.output)
    #expect("\(report)".contains("##vso[task.setvariable"))
    let pulled = try await publisher.run("pull", "CustomMLService.tips")
    try project.write(pulled.output)
    let again = try await publisher.run("publish", "--check", "--detailed-exitcode")
    #expect(again.status == 0, "\(again.everything)")
  }
}
