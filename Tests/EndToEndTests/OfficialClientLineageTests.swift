import JSONDocuments
import TestSupport
import Testing

@Suite(
  "Lineage through OpenMetadata's own Python client",
  .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
  .timeLimit(.minutes(5)))
struct OfficialClientLineageTests {
  private static let added: JSON = edge("first", ["order_id": "bucket"])

  @Test(
    "edges are added, merged by a patch, overwritten, read to each depth and deleted by ids",
    arguments: OfficialClientLine.installed)
  func byIds(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let seen = try await OfficialClient(line, catalog).run("lineage.py", "ids")
    #expect(seen["answered"] == ["first"])
    #expect(seen["added"] == [Self.added])
    let merged = ["order_id": "bucket", "user_id": "age"]
    #expect(seen["patched"] == [Self.edge("first", merged)])
    let second = Self.edge("second", ["user_id": "age"])
    #expect(seen["overwritten"] == [second])
    #expect(seen["depths"] == [0, 1, 2, 2])
    #expect(seen["survival"] == ["whileDeleted": [], "afterRestore": [second]])
    #expect(seen["deleted"] == [])
    #expect(seen["otherSourceDeleted"] == 1)
    #expect(seen["sourceDeleted"] == [])
    #expect(seen["hardDeleted"] == [])
    expectWrongColumn(seen["wrongColumn"], line)
  }

  /// Line 1.5 refuses the whole edge, line 2.0 stores it without the pair that is none.
  private func expectWrongColumn(_ seen: JSON?, _ line: OfficialClientLine) {
    switch line {
    case .line15:
      #expect(
        seen == [
          "refused": "Invalid column name demo_pg.postgres.public.orders.no_column", "edges": [],
        ])
    case .line20:
      #expect(
        seen == ["refused": .null, "edges": [Self.edge("half wrong", ["order_id": "bucket"])]])
    }
  }

  @Test(
    "the client 2.0 adds, patches, reads and deletes edges by names",
    .enabled(if: OfficialClientLine.installed.contains(.line20), "no official client 2.0"))
  func byNames() async throws {
    let catalog = try await RunningCatalog(version: OfficialClientLine.line20.serverVersion)
    let seen = try await OfficialClient(.line20, catalog).run("lineage.py", "names")
    #expect(seen["added"] == [Self.added])
    let merged = ["order_id": "bucket", "user_id": "age"]
    #expect(seen["patched"] == [Self.edge("first", merged, query: "SELECT 1")])
    #expect(seen["edge"] == "Manual")
    #expect(seen["deleted"] == [])
    #expect(seen["otherSourceDeleted"] == 1)
    #expect(seen["sourceDeleted"] == [])
  }

  /// An edge as the script reports it: each column by the feature that it feeds.
  private static func edge(
    _ description: String, _ columns: [String: String], query: String? = nil
  ) -> JSON {
    [
      "description": .string(description), "source": "Manual",
      "sqlQuery": query.map(JSON.string) ?? .null,
      "columns": .array(
        columns.map { .string("['\($0.key)'] -> \($0.value)") }.sorted {
          ($0.string ?? "") < ($1.string ?? "")
        }),
    ]
  }
}
