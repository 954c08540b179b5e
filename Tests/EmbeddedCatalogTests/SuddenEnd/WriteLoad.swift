import JSONDocuments
import TestSupport

/// Clients that create, change, connect and delete tables until the catalog is gone.
struct WriteLoad {
  let client: CatalogClient
  let writes: AcknowledgedWrites
  /// Tells the rounds apart.
  let round: Int
  /// The table that edges begin at.
  let source: JSON

  static let schema = "shop.db.public"
  private static let columns: JSON = [
    ["name": "a", "dataType": "INT"], ["name": "b", "dataType": "INT"],
    ["name": "c", "dataType": "INT"],
  ]

  /// Makes what the tables lie in.
  static func prepare(_ client: CatalogClient) async throws -> JSON {
    try await client.require(
      "PUT", "services/databaseServices", ["name": "shop", "serviceType": "Postgres"])
    try await client.require("PUT", "databases", ["name": "db", "service": "shop"])
    try await client.require("PUT", "databaseSchemas", ["name": "public", "database": "shop.db"])
    let source = try await client.require("PUT", "tables", table("source", "where edges begin"))
    return source["id"] ?? .null
  }

  private static func table(_ name: String, _ description: String) -> JSON {
    [
      "name": .string(name), "databaseSchema": .string(schema), "columns": columns,
      "description": .string(description),
    ]
  }

  /// One client's share, each of whose tables lives through everything.
  func run(_ worker: Int) async {
    for index in 0... {
      let name = "t\(round)_\(worker)_\(index)"
      guard let id = await create(name), await feed(name, id), await describe(name, id) else {
        return
      }
      if index.isMultiple(of: 2) {
        guard await delete(name, id, hard: index.isMultiple(of: 4)) else { return }
      }
    }
  }

  private func create(_ name: String) async -> JSON? {
    writes.begin(name) { $0.description = "first" }
    let reply = try? await client.call("PUT", "tables", Self.table(name, "first"))
    guard reply?.status == 201 else { return nil }
    writes.acknowledge(name)
    return reply?["id"]
  }

  private func feed(_ name: String, _ id: JSON) async -> Bool {
    await perform(name, "PUT", "lineage", Self.edge(source, id)) { $0.isFed = true }
  }

  private static func edge(_ source: JSON, _ target: JSON) -> JSON {
    [
      "edge": [
        "fromEntity": ["id": source, "type": "table"], "toEntity": ["id": target, "type": "table"],
      ]
    ]
  }

  /// A version of its own, since another kind of write made the one before.
  private func describe(_ name: String, _ id: JSON) async -> Bool {
    let patch: JSON = [["op": "replace", "path": "/description", "value": "second"]]
    return await perform(name, "PATCH", "tables/\(id.string ?? "")", patch) {
      $0.description = "second"
    }
  }

  private func delete(_ name: String, _ id: JSON, hard: Bool) async -> Bool {
    let query = hard ? "?hardDelete=true" : ""
    return await perform(name, "DELETE", "tables/\(id.string ?? "")\(query)", nil) {
      $0 = AcknowledgedWrites.State()
    }
  }

  private func perform(
    _ name: String, _ method: String, _ path: String, _ body: JSON?,
    _ change: @Sendable (inout AcknowledgedWrites.State) -> Void
  ) async -> Bool {
    writes.begin(name, change)
    let reply = try? await client.call(method, path, body)
    guard reply?.status == 200 else { return false }
    writes.acknowledge(name)
    return true
  }
}
