import Publishing
import Testing

@Suite("Shards")
struct ShardTests {
  private static let names = (1...2_000).map { "CustomMLService.model_\($0)" }

  private func shards(_ count: Int) throws -> [Shard] {
    try (1...count).map { try #require(Shard(parsing: "\($0)/\(count)")) }
  }

  @Test("every model is in exactly one shard", arguments: [1, 2, 3, 4, 7, 64, 5_000])
  func disjointAndComplete(_ count: Int) throws {
    let shards = try shards(count)
    for name in Self.names.prefix(count > 64 ? 5 : 2_000) {
      #expect(shards.count { $0.contains(name) } == 1, "\(name) of \(count)")
    }
  }

  @Test("shards are about equally large")
  func balance() throws {
    for shard in try shards(8) {
      let size = Self.names.count { shard.contains($0) }
      #expect((200...300).contains(size), "\(shard) has \(size) of 2000")
    }
  }

  // By `printf %s NAME | sha256sum`: the first 16 digits as a number, modulo the count, and one.
  @Test(
    "the shard of a name is the same for ever",
    arguments: [
      ("CustomMLService.Revenue Predictions", 4, 1), ("CustomMLService.Revenue Predictions", 7, 2),
      ("\"my.service\".churn", 4, 3), ("Modelle.größe", 16, 15),
    ])
  func algorithm(_ name: String, _ count: Int, _ number: Int) throws {
    #expect(try shards(count).filter { $0.contains(name) }.map(\.number) == [number])
  }

  @Test(
    "what is no part of a whole is none",
    arguments: [
      "", "1", "/", "0/4", "5/4", "1/0", "-1/4", "+1/4", "1/4/2", "a/b", "1 /4", "1/100001",
    ])
  func malformed(_ text: String) {
    #expect(Shard(parsing: text) == nil)
  }
}
