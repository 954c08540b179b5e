import EmbeddedCatalog
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
    let catalog = try await DemoCatalog.start()
    defer { catalog.stop() }
    try await catalog.publish("ml_model.yaml")

    let seen = try await catalog.client(token: catalog.botToken).run("read_model.py", model)
    try expectGolden(seen.text(.readable) + "\n", "official-client-reads.json")
  }

  @Test("publishes a model itself, twice, and reads its own work")
  func publishesItself() async throws {
    let catalog = try await DemoCatalog.start()
    defer { catalog.stop() }
    let client = catalog.client(token: catalog.adminToken)

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

  @Test("a model that it published is adopted by mlcatalog, and stays readable for it")
  func adoptedModel() async throws {
    let catalog = try await DemoCatalog.start()
    defer { catalog.stop() }
    let client = catalog.client(token: catalog.adminToken)
    _ = try await client.run("publish_model.py", "ml_model.yaml")
    try await catalog.publish("ml_model.yaml")

    let seen = try await client.run("read_model.py", model)
    let columns = seen["edges"]?.array?.map { edge in
      edge["columns"]?.array?.flatMap { $0["from"]?.array ?? [] }.count
    }
    #expect(columns == [1, 2, 1], "mlcatalog adds the columns that the client left out")
  }
}
