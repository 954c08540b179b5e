import JSONDocuments
import TestSupport
import Testing

/// Entities of every kind, from creation to deletion, as OpenMetadata's own client sees them.
@Suite(
  "OpenMetadata's own Python client, line 1.5, with every kind of entity",
  .enabled(
    if: PythonEnvironment.openMetadata15 != nil, "no official client 1.5: run `make setup`"),
  .timeLimit(.minutes(5)))
struct OfficialClientKindsTests {
  @Test(
    "creates, reads, lists, patches, deletes and restores",
    arguments: [
      "custom_properties", "dashboards", "data_assets", "domains", "glossaries", "people", "tags",
    ])
  func life(script: String) async throws {
    let catalog = try await RunningCatalog()
    let client = OfficialClient(host: catalog.baseURL, token: catalog.adminToken)
    let seen = try await client.run("\(script).py")
    try expectGolden(seen.text(.readable) + "\n", "official-client-\(script).json")
  }
}
