import JSONDocuments
import TestSupport
import Testing

/// The official client refuses every field it does not know and every value of another type.
@Suite("The official client")
struct OfficialClientTests {
  @Test(
    "publishes a model with lineage and reads entities of every kind with all fields",
    .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
    arguments: OfficialClientLine.installed)
  func publishing(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let bot = try await catalog.makeBot("publisher")
    try await catalog.require(
      "PUT", "services/databaseServices",
      ["name": "shop", "serviceType": "Postgres"])
    try await catalog.require("PUT", "databases", ["name": "db", "service": "shop"])
    try await catalog.require(
      "PUT", "databaseSchemas", ["name": "public", "database": "shop.db"])
    try await catalog.require(
      "PUT", "tables",
      [
        "name": "orders", "databaseSchema": "shop.db.public", "tableType": "Regular",
        "columns": [["name": "order id", "dataType": "INT"]],
      ])
    let python = try #require(line.environment)
    let seen = try python.answers(
      of: "official_client.py",
      to: [["baseURL": .string(catalog.baseURL), "token": .string(bot)]])
    let answer = try #require(seen.first)
    #expect(answer["name"] == "CustomMLService.Revenue Predictions")
    #expect(answer["description"] == "second")
    #expect(answer["source"] == "shop.db.public.orders.order id")
    #expect(answer["version"] == "0.2")
    #expect(answer["versions"] == 2)
    #expect(answer["upstream"] == 1)
    #expect(answer["afterDelete"] == true)
    #expect(answer["counts"]?["Table"] == 1)
    #expect(answer["counts"]?["Tag"] == 10)
    #expect(answer["counts"]?["User"] == 3)
  }
}
