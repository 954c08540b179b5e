import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite(
  "OpenMetadata's own Python client, line 1.5",
  .enabled(
    if: PythonEnvironment.openMetadata15 != nil, "no official client 1.5: run `make setup`"),
  .timeLimit(.minutes(5)))
struct OfficialClientTests {
  private let model = "CustomMLService.Revenue Predictions"

  @Test("reads a model that mlcatalog published, its features and its lineage")
  func readsPublishedModel() async throws {
    let catalog = try await RunningCatalog()
    let client = OfficialClient(host: catalog.baseURL, token: catalog.adminToken)
    _ = try await client.run("create_tables.py")
    let token = try await catalog.makeBot("publisher")
    try await publishDemo(to: catalog, token: token)

    let bot = OfficialClient(host: catalog.baseURL, token: token)
    let seen = try await bot.run("read_model.py", model)
    try expectGolden(seen.text(.readable) + "\n", "official-client-reads.json")
  }

  @Test("publishes a model itself, twice, and reads its own work")
  func publishesItself() async throws {
    let catalog = try await RunningCatalog()
    let client = OfficialClient(host: catalog.baseURL, token: catalog.adminToken)
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

  @Test("goes on reading a model that it published and mlcatalog took over")
  func adoptedModel() async throws {
    let catalog = try await RunningCatalog()
    let client = OfficialClient(host: catalog.baseURL, token: catalog.adminToken)
    _ = try await client.run("create_tables.py")
    _ = try await client.run("publish_model.py", "ml_model.yaml")
    try await publishDemo(to: catalog, token: catalog.makeBot("publisher"))

    let seen = try await client.run("read_model.py", model)
    #expect(columnCounts(seen) == [1, 2, 1], "mlcatalog adds the columns that the client left out")
  }

  @Test("fills the catalog from a real PostgreSQL with its connector, twice, for mlcatalog to use")
  func connector() async throws {
    let catalog = try await RunningCatalog()
    let token = try await catalog.makeBot("connector")
    let client = OfficialClient(host: catalog.baseURL, token: token)
    try await SampleDatabase.during { address in
      for _ in 1...2 { _ = try await client.run("ingest_postgres.py", address) }
    }
    try await publishDemo(to: catalog, token: catalog.makeBot("publisher"))

    let seen = try await client.run("read_model.py", model)
    #expect(columnCounts(seen) == [1, 2, 1])
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
