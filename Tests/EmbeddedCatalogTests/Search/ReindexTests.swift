import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("A data file of an earlier version")
struct ReindexTests {
  @Test("what it holds is found by a search after it was opened")
  func reindex() throws {
    let file = try TemporaryFile()
    try CatalogUnderTest(dataPath: file.path).model()
    let connection = try SQLiteConnection(path: file.path)
    for statement in [
      "DROP TRIGGER search_inserted", "DROP TRIGGER search_updated", "DROP TRIGGER search_deleted",
      "DROP TABLE search", "DROP TABLE search_rows", "DROP TRIGGER counted_inserted",
      "DROP TRIGGER counted_updated", "DROP TRIGGER counted_deleted", "DROP TABLE counts",
      "DROP INDEX entities_by_label", "PRAGMA user_version = 1",
    ] { try connection.run(statement) }
    let catalog = try CatalogUnderTest(dataPath: file.path)
    let reply = try catalog.send("GET", "search/query?q=revenue&index=all")
    #expect(reply["hits"]?["total"]?["value"] == 1)
    #expect(try connection.run("PRAGMA user_version")[0][0].integer > 1)
  }

  @Test("what it holds is counted")
  func count() throws {
    let file = try TemporaryFile()
    try CatalogUnderTest(dataPath: file.path).model()
    let connection = try SQLiteConnection(path: file.path)
    for statement in [
      "DROP TRIGGER counted_inserted", "DROP TRIGGER counted_updated",
      "DROP TRIGGER counted_deleted", "DROP TABLE counts", "PRAGMA user_version = 4",
    ] { try connection.run(statement) }
    let catalog = try CatalogUnderTest(dataPath: file.path)
    #expect(try catalog.send("GET", "mlmodels")["paging"]?["total"] == 1)
    #expect(try catalog.send("GET", "mlmodels?include=deleted")["paging"]?["total"] == 0)
  }

  @Test("a file of a later version is refused, and says so")
  func later() throws {
    let file = try TemporaryFile()
    _ = try CatalogUnderTest(dataPath: file.path)
    try SQLiteConnection(path: file.path).run("PRAGMA user_version = 99")
    let error = #expect(throws: CatalogFault.self) {
      try CatalogHandler(CatalogConfiguration(dataPath: file.path))
    }
    #expect(error?.message.contains("another version (layout 99)") == true)
  }
}
