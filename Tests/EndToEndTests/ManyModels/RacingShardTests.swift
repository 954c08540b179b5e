import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Shards that work side by side", .timeLimit(.minutes(10)))
struct RacingShardTests {
  @Test("publish every model once, and make their service once")
  func race() async throws {
    let fleet = try ModelFleet(12)
    let catalog = try await SampleCatalog()
    let publisher = fleet.publisher(catalog)
    let runs = try await withThrowingTaskGroup(of: JSON.self) { group in
      for number in 1...4 {
        let running = try publisher.start(
          ["publish", "--shard", "\(number)/4", "--format", "json"])
        group.addTask {
          let run = try await running.outcome()
          #expect(run.status == 0, "\(run.everything)")
          return try JSON(parsing: run.output)
        }
      }
      var reports: [JSON] = []
      for try await report in group { reports.append(report) }
      return reports
    }
    let names = runs.flatMap { $0["models"]?.array ?? [] }.compactMap { $0["name"]?.string }
    #expect(names.sorted() == fleet.names.sorted())
    #expect(try await catalog.fleet() == fleet.names.sorted())
    #expect(try await catalog.serviceVersions().count == 1)
    let again = try await publisher.run("publish", "--format", "json")
    #expect(try JSON(parsing: again.output)["requests"]?["writes"] == 0)
  }

  @Test("a shard in which no model lies is no failure, and says so")
  func empty() async throws {
    let fleet = try ModelFleet(2)
    let catalog = try await SampleCatalog()
    var empty = 0
    for number in 1...8 {
      let run = try await fleet.publisher(catalog).run("publish", "--shard", "\(number)/8")
      #expect(run.status == 0, "\(run.everything)")
      if run.output.contains("Selected: 0 of 2 models in shard \(number)/8.") { empty += 1 }
    }
    #expect(empty >= 6)
    #expect(try await catalog.fleet() == fleet.names.sorted())
  }
}
