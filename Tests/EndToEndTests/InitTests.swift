import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Starting a project and preparing a catalog", .timeLimit(.minutes(5)))
struct InitTests {
  private static let names = [
    "mlRegistry", "mlModelVersion", "mlAliases", "mlStage", "mlRunId", "mlRunUrl", "mlMetrics",
    "mlTrainingData", "mlGitCommit",
  ]

  private func emptyProject() throws -> Project {
    let project = try Project()
    try FileManager.default.removeItem(atPath: project.path + "/ml_model.yaml")
    return project
  }

  /// The custom properties of ML models with their types.
  private func properties(of catalog: RunningCatalog) async throws -> [String: String] {
    let type = try await catalog.require(
      "GET", "metadata/types/name/mlmodel?fields=customProperties")
    return (type["customProperties"]?.array ?? []).reduce(into: [:]) { types, property in
      types[property["name"]?.string ?? ""] = property["propertyType"]?["name"]?.string
    }
  }

  @Test("the files are made once, and what they describe can be published")
  func files() async throws {
    let project = try emptyProject()
    let made = try await PublisherProcess(project).run("init")
    #expect(made.status == 0, "\(made.everything)")
    #expect(made.output.contains("made ml_model.yaml and mlcatalog.yaml"))
    for (file, schema, kind) in [
      ("ml_model.yaml", "ml_model.schema.json", "manifest"),
      ("mlcatalog.yaml", "mlcatalog.schema.json", "config"),
    ] {
      #expect(try project.read(file).hasPrefix("# yaml-language-server: $schema=\(schema)\n"))
      let printed = try await PublisherProcess(project).run("schema", kind)
      #expect(try project.read(schema) == printed.output)
    }
    let catalog = try await SampleCatalog()
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let published = try await publisher.run("publish")
    #expect(published.status == 0, "\(published.everything)")
    #expect(published.output.contains("My Model"))
  }

  @Test("nothing is written over, and nothing is written beside a file that is there")
  func existing() async throws {
    let project = try Project()
    let before = try project.read("ml_model.yaml")
    let run = try await PublisherProcess(project).run("init")
    #expect(run.status == 1, "\(run.everything)")
    #expect(run.errors.contains("error[MLC812]: ml_model.yaml is there already"))
    #expect(try project.read("ml_model.yaml") == before)
    #expect(throws: (any Error).self) { try project.read("mlcatalog.yaml") }
  }

  @Test("a schema that is there as it would be made is taken, another is not written over")
  func schemas() async throws {
    let project = try emptyProject()
    let publisher = PublisherProcess(project)
    try project.write("{}", to: "mlcatalog.schema.json")
    try project.write(try await publisher.run("schema").output, to: "ml_model.schema.json")
    let refused = try await publisher.run("init")
    #expect(refused.status == 1, "\(refused.everything)")
    #expect(refused.errors.contains("mlcatalog.schema.json is there already with another schema"))
    #expect(!refused.errors.contains("ml_model"))
    #expect(throws: (any Error).self) { try project.read("ml_model.yaml") }
    try FileManager.default.removeItem(atPath: project.path + "/mlcatalog.schema.json")
    let made = try await publisher.run("init")
    #expect(made.status == 0, "\(made.everything)")
    #expect(made.output.contains("made mlcatalog.schema.json, by which"))
  }

  @Test(
    "the custom properties are defined on every line, once",
    arguments: ["1.5.10", "1.9.3", "1.13.0", "2.0.7"])
  func customProperties(version: String) async throws {
    let catalog = try await RunningCatalog(version: version)
    let publisher = PublisherProcess(
      try emptyProject(), host: catalog.baseURL, token: catalog.adminToken)
    let first = try await publisher.run("init", "--custom-properties")
    #expect(first.status == 0, "\(first.everything)")
    #expect(first.output.contains("9 made, 0 there before"))
    let defined = try await properties(of: catalog)
    #expect(defined == Dictionary(uniqueKeysWithValues: Self.names.map { ($0, "string") }))
    let second = try await publisher.run("init", "--custom-properties")
    #expect(second.status == 0, "\(second.everything)")
    #expect(second.output.contains("0 made, 9 there before"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: publisher.project.path) == [])
  }

  @Test("a property of another type is left as it is, and the others are defined")
  func otherType() async throws {
    let catalog = try await RunningCatalog()
    let integer = try await catalog.require("GET", "metadata/types/name/integer")
    let model = try await catalog.require("GET", "metadata/types/name/mlmodel")
    try await catalog.require(
      "PUT", "metadata/types/\(model["id"]?.string ?? "")",
      [
        "name": "mlStage", "description": "ours",
        "propertyType": ["id": integer["id"] ?? .null, "type": "type"],
      ])
    let publisher = PublisherProcess(
      try emptyProject(), host: catalog.baseURL, token: catalog.adminToken)
    let run = try await publisher.run("init", "--custom-properties")
    #expect(run.status == 3, "\(run.everything)")
    #expect(run.errors.contains("error[MLC511]: `mlStage` is there as `integer`"))
    #expect(try await properties(of: catalog)["mlStage"] == "integer")
    #expect(try await properties(of: catalog).count == 9)
    #expect(try await publisher.run("init", "--custom-properties").status == 1)
  }

  @Test("the role of ingestion bots, which the publisher's own bot has, may define properties")
  func ingestionBotRole() async throws {
    let catalog = try await RunningCatalog()
    let token = try await catalog.makeUser("publisher", role: "IngestionBotRole")
    let publisher = PublisherProcess(try emptyProject(), host: catalog.baseURL, token: token)
    let run = try await publisher.run("init", "--custom-properties")
    #expect(run.status == 0, "\(run.everything)")
    #expect(try await properties(of: catalog).count == 9)
  }

  @Test("a user who may not define properties is told who may; nothing is printed of its token")
  func forbidden() async throws {
    let catalog = try await RunningCatalog()
    let token = try await catalog.makeUser("consumer", role: "DataConsumer")
    let publisher = PublisherProcess(try emptyProject(), host: catalog.baseURL, token: token)
    let run = try await publisher.run("init", "--custom-properties")
    #expect(run.status == 77, "\(run.everything)")
    #expect(run.errors.contains("use the token of an administrator"))
    #expect(!run.everything.contains(token))
    #expect(try await properties(of: catalog).isEmpty)
  }

  @Test("a token that the catalog refuses is named, and nothing is said of properties")
  func wrongToken() async throws {
    let catalog = try await RunningCatalog()
    let publisher = PublisherProcess(
      try emptyProject(), host: catalog.baseURL, token: "eyJh.eyJz.c2ln")
    let run = try await publisher.run("init", "--custom-properties")
    #expect(run.status == 77, "\(run.everything)")
    #expect(run.output == "")
    #expect(run.errors.contains("the token of an administrator or of a bot"))
    #expect(run.errors.contains("OPENMETADATA_JWT_TOKEN"))
  }

  @Test("without a host it is 78, without a server 69, with options of the other kind 64")
  func refusals() async throws {
    let project = try emptyProject()
    #expect(try await PublisherProcess(project).run("init", "--custom-properties").status == 78)
    let nobody = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    let run = try await nobody.run("init", "--custom-properties", "--timeout", "5")
    #expect(run.status == 69, "\(run.everything)")
    #expect(try await nobody.run("init", "--host", "http://127.0.0.1:1").status == 64)
    let unknown = try await nobody.run("init", "--custom-properties", "--env", "prod")
    #expect(unknown.status == 64, "\(unknown.everything)")
  }

  @Test(
    "OpenMetadata's own client reads and fills the properties",
    .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
    arguments: OfficialClientLine.installed)
  func officialClient(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let publisher = PublisherProcess(
      try emptyProject(), host: catalog.baseURL, token: catalog.adminToken)
    let defined = try await publisher.run("init", "--custom-properties")
    try #require(defined.status == 0, "\(defined.everything)")
    let seen = try await OfficialClient(line, catalog).run("registry_properties.py")
    #expect(seen["types"]?.object?.members.count == Self.names.count)
    #expect(Self.names.allSatisfy { seen["types"]?[$0] == "string" }, "\(seen.text())")
    #expect(seen["extension"]?["mlMetrics"] == "{\"rmse\":0.25}")
  }
}
