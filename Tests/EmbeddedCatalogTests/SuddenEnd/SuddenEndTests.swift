import JSONDocuments
import TestSupport
import Testing

@testable import EmbeddedCatalog

@Suite("A sudden end", .timeLimit(.minutes(20)))
struct SuddenEndTests {
  @Test(
    "killed at any moment under load, a catalog has all it acknowledged and nothing half, and goes on"
  )
  func killed() async throws {
    let rounds = AttackTime.isThorough ? 200 : 6
    let file = try TemporaryFile()
    var random = SeededRandom(seed: 9)
    var acknowledged = 0
    for round in 0..<rounds {
      let writes = AcknowledgedWrites()
      let delay = Duration.milliseconds(Int.random(in: 20...400, using: &random))
      try await self.round(round, on: file, writes, killedAfter: delay)
      try expectNothingHalf(in: file, round)
      try expectAcknowledged(writes, in: file, round)
      acknowledged += writes.all.count
    }
    #expect(acknowledged > rounds)
    print("\(rounds) sudden ends, \(acknowledged) tables written to")
  }

  /// Serves the file, writes with four clients at once, and kills the server.
  private func round(
    _ round: Int, on file: TemporaryFile, _ writes: AcknowledgedWrites, killedAfter delay: Duration
  ) async throws {
    let program = try await PlaygroundProcess(dataPath: file.path)
    let client = try await CatalogClient(baseURL: program.baseURL)
    let load = WriteLoad(
      client: client, writes: writes, round: round, source: try await WriteLoad.prepare(client))
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 { group.addTask { await load.run(worker) } }
      group.addTask {
        try? await Task.sleep(for: delay)
        program.kill()
      }
    }
    program.waitUntilExit()
  }

  private func expectNothingHalf(in file: TemporaryFile, _ round: Int) throws {
    let findings = try DataFileCheck(path: file.path).findings()
    #expect(findings.isEmpty, "round \(round)")
  }

  /// Every entity is as it was last acknowledged, or as the write without an answer makes it.
  private func expectAcknowledged(
    _ writes: AcknowledgedWrites, in file: TemporaryFile, _ round: Int
  ) throws {
    let catalog = try CatalogUnderTest(dataPath: file.path)
    for (name, expectation) in writes.all {
      let found = try state(of: name, in: catalog)
      let isExpected = found == expectation.acknowledged || found == expectation.pending
      #expect(isExpected, "round \(round), \(name): \(found), not \(expectation)")
    }
  }

  private func state(
    of name: String, in catalog: CatalogUnderTest
  ) throws -> AcknowledgedWrites.State {
    let full = "\(WriteLoad.schema).\(name)"
    let table = try catalog.send("GET", "tables/name/\(full)?fields=*")
    guard table.status == 200 else { return AcknowledgedWrites.State() }
    #expect(table["columns"]?.array?.count == 3, "\(name)")
    #expect(table["databaseSchema"]?["name"] == "public", "\(name)")
    let lineage = try catalog.send("GET", "lineage/table/name/\(full)?upstreamDepth=1")
    return AcknowledgedWrites.State(
      description: table["description"]?.string,
      isFed: lineage["upstreamEdges"]?.array?.isEmpty == false)
  }
}
