import JSONDocuments
import Synchronization
import TestSupport
import Testing

@testable import EmbeddedCatalog

@Suite("A sudden end")
struct SuddenEndTests {
  /// The names of the tables whose creation was answered.
  private final class Answered: Sendable {
    let names = Mutex<Set<String>>([])
  }

  @Test(
    "killed between or within writes, a catalog has all it acknowledged and nothing half",
    .timeLimit(.minutes(1)))
  func killed() async throws {
    let file = try TemporaryFile()
    let program = try await PlaygroundProcess(dataPath: file.path)
    let client = try await CatalogClient(baseURL: program.baseURL)
    try await client.require(
      "PUT", "services/databaseServices", ["name": "shop", "serviceType": "Postgres"])
    try await client.require("PUT", "databases", ["name": "db", "service": "shop"])
    try await client.require("PUT", "databaseSchemas", ["name": "public", "database": "shop.db"])
    let answered = Answered()
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask { await write(client, worker, answered) }
      }
      group.addTask {
        try? await Task.sleep(for: .milliseconds(400))
        program.kill()
      }
    }
    program.waitUntilExit()
    let names = answered.names.withLock { $0 }
    #expect(!names.isEmpty)
    let catalog = try CatalogUnderTest(dataPath: file.path)
    for name in names {
      let table = try catalog.send("GET", "tables/name/shop.db.public.\(name)?fields=*")
      #expect(table["columns"]?.array?.count == 3, "\(name)")
      #expect(table["databaseSchema"]?["name"] == "public")
    }
    let total = try catalog.send("GET", "tables?limit=0")["paging"]?["total"]?.integer ?? 0
    let schema = try catalog.send("GET", "databaseSchemas/name/shop.db.public?fields=tables")
    #expect(schema["tables"]?.array.map { Int64($0.count) } == total)
    #expect(total - Int64(names.count) <= 4)
  }

  /// Creates tables until the catalog is gone.
  private func write(_ client: CatalogClient, _ worker: Int, _ answered: Answered) async {
    let columns: JSON = [
      ["name": "a", "dataType": "INT"], ["name": "b", "dataType": "INT"],
      ["name": "c", "dataType": "INT"],
    ]
    for index in 0... {
      let name = "t\(worker)_\(index)"
      let reply = try? await client.call(
        "PUT", "tables",
        ["name": .string(name), "databaseSchema": "shop.db.public", "columns": columns])
      guard reply?.status == 201 else { return }
      answered.names.withLock { _ = $0.insert(name) }
    }
  }
}
