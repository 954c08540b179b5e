import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite(
  "OpenMetadata's own Python client",
  .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
  .timeLimit(.minutes(10)))
struct OfficialClientTests {
  private let model = "CustomMLService.Revenue Predictions"

  @Test(
    "reads a model that mlcatalog published, its features and its lineage",
    arguments: OfficialClientLine.installed)
  func readsPublishedModel(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let client = OfficialClient(line, catalog)
    _ = try await client.run("create_tables.py")
    let token = try await catalog.makeBot("publisher")
    try await publishDemo(to: catalog, token: token)

    let bot = OfficialClient(line, catalog, token: token)
    let seen = try await bot.run("read_model.py", model)
    try expectGolden(seen.text(.readable) + "\n", "official-client-reads.json")
  }

  @Test(
    "publishes a model itself, twice, and reads its own work",
    arguments: OfficialClientLine.installed)
  func publishesItself(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let client = OfficialClient(line, catalog)
    _ = try await client.run("create_tables.py")

    let first = try await client.run("publish_model.py", "ml_model.yaml")
    #expect(
      first == [
        "model": .string(model),
        "edges": [
          "demo_pg.postgres.public.orders", "demo_pg.postgres.public.restaurants",
          "demo_pg.postgres.public.users",
        ],
      ])
    #expect(try await client.run("publish_model.py", "ml_model.yaml") == first)

    let seen = try await client.run("read_model.py", model)
    #expect(seen["version"]?.number?.double == 0.1, "an unchanged model got a new version")
    #expect(seen["mlFeatures"]?.array?.count == 3)
  }

  @Test(
    "goes on reading a model that it published and mlcatalog took over",
    arguments: OfficialClientLine.installed)
  func adoptedModel(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let client = OfficialClient(line, catalog)
    _ = try await client.run("create_tables.py")
    _ = try await client.run("publish_model.py", "ml_model.yaml")
    try await publishDemo(to: catalog, token: catalog.makeBot("publisher"))

    let seen = try await client.run("read_model.py", model)
    #expect(columnCounts(seen) == [1, 2, 1], "mlcatalog adds the columns that the client left out")
  }

  @Test(
    "fills the catalog from a real PostgreSQL with its connector, twice, for mlcatalog to use",
    arguments: OfficialClientLine.installed)
  func connector(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let token = try await catalog.makeBot("connector")
    let client = OfficialClient(line, catalog, token: token)
    try await SampleDatabase.during { address in
      for _ in 1...2 { _ = try await client.run("ingest_postgres.py", Self.url(address)) }
    }
    try await publishDemo(to: catalog, token: catalog.makeBot("publisher"))

    let seen = try await client.run("read_model.py", model)
    #expect(columnCounts(seen) == [1, 2, 1])
  }

  /// The sample database for the user that the README names.
  private static func url(_ address: String) -> String {
    "postgresql://openmetadata_user:password@\(address)/postgres"
  }

  /// Publishes the manifest in the package's root folder with the program.
  private func publishDemo(to catalog: RunningCatalog, token: String) async throws {
    let manifest = ProgramRun.packageFolder.appending(path: "ml_model.yaml")
    let project = try Project(String(contentsOf: manifest, encoding: .utf8))
    let run = try await PublisherProcess(project, host: catalog.baseURL, token: token)
      .run("publish")
    try #require(run.status == 0, "\(run.everything)")
  }

  /// For each edge, by the names of its tables, how many columns it has.
  private func columnCounts(_ seen: JSON) -> [Int]? {
    seen["edges"]?.array?.map { edge in
      edge["columns"]?.array?.flatMap { $0["from"]?.array ?? [] }.count ?? 0
    }
  }
}
