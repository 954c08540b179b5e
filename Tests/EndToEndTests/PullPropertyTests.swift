import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite(
  "Models that OpenMetadata's own client made, pulled",
  .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
  .timeLimit(.minutes(10)))
struct PullPropertyTests {
  /// How many models are made for a seed.
  private static let count = 60

  @Test(
    "publishing what was pulled changes no field, and pulling again gives the same files",
    arguments: OfficialClientLine.installed, [1, 2])
  func roundTrip(line: OfficialClientLine, seed: Int) async throws {
    let catalog = try await SampleCatalog(version: line.serverVersion)
    try await catalog.addGeneratorsWords()
    let made = try await OfficialClient(line, catalog.catalog).run(
      "generate_models.py", "\(seed)", "\(Self.count)")
    let names = Set((made["models"]?.array ?? []).compactMap(\.string))

    let project = try Project()
    try FileManager.default.removeItem(atPath: project.path + "/ml_model.yaml")
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let pulled = try await publisher.run("pull", "Generated", "--output-dir", "models")
    #expect(pulled.status == 0, "\(pulled.everything)")
    #expect(pulled.errors.contains("left out: 1 model that was deleted"))
    let files = try contents(of: project)
    #expect(files.count == names.count)

    let checked = try await report(publisher, "--check")
    #expect(Set(checked.models.compactMap { $0["fullyQualifiedName"]?.string }) == names)
    for model in checked.models { expectUnchanged(model) }
    #expect(checked.errors == [])

    // What is published is lineage from columns; then all is as the files say.
    let published = try await report(publisher)
    for model in published.models { expectUnchanged(model) }
    let again = try await report(publisher, "--check", "--detailed-exitcode")
    #expect(again.status == 0, "\(again.models.filter { $0["action"] != "none" })")
    let repeated = try await publisher.run("pull", "Generated", "--output-dir", "models", "--yes")
    #expect(repeated.status == 0, "\(repeated.everything)")
    #expect(try contents(of: project) == files)
  }

  private func expectUnchanged(_ model: JSON) {
    let name = model["fullyQualifiedName"]?.string ?? "?"
    #expect(model["action"] == "none", "\(name)")
    for part in ["changes", "kept", "conflicts"] {
      #expect(model[part]?.array == [], "\(name): \(part)")
    }
    let actions = Set((model["edges"]?.array ?? []).compactMap { $0["action"]?.string })
    #expect(actions.isSubset(of: ["add", "update", "none"]), "\(name)")
  }

  private func contents(of project: Project) throws -> [String: String] {
    let folder = project.path + "/models"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try project.read("models/\($0)")) })
  }

  private func report(
    _ publisher: PublisherProcess, _ options: String...
  ) async throws -> (models: [JSON], errors: [String], status: Int32) {
    let run = try await publisher.start(["publish", "--format", "json"] + options).outcome()
    let report = try JSON(parsing: run.output)
    let errors = (report["diagnostics"]?.array ?? []).filter { $0["severity"] == "error" }
      .map { "\($0["path"]?.string ?? ""): \($0["message"]?.string ?? "")" }
    return (report["models"]?.array ?? [], errors, run.status)
  }
}

extension SampleCatalog {
  /// What `generate_models.py` names.
  func addGeneratorsWords() async throws {
    try await addEntities()
    try await add("daily.orders", [("order.id", "INT"), ("at", "DATE")])
    try await add("with space: and # more", [("a column", "INT"), ("yes", "BOOLEAN")])
    try await catalog.require(
      "PUT", "classifications", ["name": "Quality", "description": "For tests"])
    try await catalog.require(
      "PUT", "tags",
      ["name": "good.enough", "classification": "Quality", "description": "For tests"])
    for name in ["ana", "ben"] { _ = try await catalog.makeUser(name) }
    try await catalog.require(
      "PUT", "teams", ["name": "Data Science", "teamType": "Group", "description": "For tests"])
    for (name, type) in [
      ("share", "number"), ("notes", "markdown"), ("remark", "string"),
      ("window", "timeInterval"), ("retention", "duration"), ("contact", "email"),
    ] { try await define(name, type) }
    try await define("stage", "enum", ["values": ["test", "live", "yes"]])
    try await define(
      "regions", "enum", ["values": ["eu", "us", "a: b"], "multiSelect": true])
    try await define("related", "entityReferenceList", ["dashboard", "table"])
    try await define("limits", "table-cp", ["columns": ["name", "value"]])
  }
}
