import JSONDocuments
import TestSupport
import Testing

/// Entities of every kind, from creation to deletion, as OpenMetadata's own client sees them.
@Suite(
  "OpenMetadata's own Python client with every kind of entity",
  .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
  .timeLimit(.minutes(5)))
struct OfficialClientKindsTests {
  @Test(
    "creates, reads, lists, patches, deletes and restores",
    arguments: [
      "custom_properties", "dashboards", "data_assets", "domains", "glossaries", "people", "tags",
    ], OfficialClientLine.installed)
  func life(script: String, line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let client = OfficialClient(line, catalog)
    let seen = try await client.run("\(script).py")
    try expectGolden(seen.text(.readable) + "\n", "official-client-\(script).json")
  }
}
