import FullyQualifiedNames
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Lists of each kind of entity")
struct KindListingTests {
  private static let names = ["e", "a", "c", "b", "d"]

  @Test(
    "cursors lead through all of a list and back, and 0 gives the total alone",
    arguments: KindSample.all, ["1.5.10", "2.0.7"])
  func cursors(sample: KindSample, version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    try sample.prepare(catalog)
    for name in Self.names { try sample.make("listed-\(name)", in: catalog) }
    let collection = sample.kind.collection
    let whole = try catalog.send("GET", "\(collection)?limit=1000")
    let names = names(whole)
    #expect(names.filter { $0.hasPrefix("listed-") } == Self.names.sorted().map { "listed-\($0)" })

    var forward: [[String]] = []
    var query = "limit=2"
    while true {
      let page = try catalog.send("GET", "\(collection)?\(query)")
      #expect(page["paging"]?["total"] == .number(JSONNumber(names.count)))
      #expect((page["paging"]?["before"] == nil) == forward.isEmpty)
      forward.append(self.names(page))
      guard let after = page["paging"]?["after"]?.string, forward.count <= names.count else {
        break
      }
      query = "limit=2&after=\(PercentEncoding.segment(after))"
      if let before = page["paging"]?["before"]?.string, forward.count == 2 {
        let back = try catalog.send(
          "GET", "\(collection)?limit=2&before=\(PercentEncoding.segment(before))")
        #expect(self.names(back) == forward[0])
        #expect(back["paging"]?["before"] == nil)
        #expect(back["paging"]?["after"] != nil)
      }
    }
    #expect(forward.flatMap { $0 } == names)
    #expect(forward.dropLast().allSatisfy { $0.count == 2 })

    let none = try catalog.send("GET", "\(collection)?limit=0")
    #expect(none["data"] == [])
    #expect(none["paging"] == ["total": .number(JSONNumber(names.count))])
  }

  @Test("a list leaves out what was deleted, unless asked", arguments: KindSample.all)
  func deleted(sample: KindSample) throws {
    let catalog = try CatalogUnderTest()
    try sample.prepare(catalog)
    let collection = sample.kind.collection
    let id = try sample.make("gone", in: catalog)
    try sample.make("here", in: catalog)
    try #require(catalog.send("DELETE", "\(collection)/\(id)").status == 200)
    func listed(_ include: String) throws -> Set<String> {
      let reply = try catalog.send("GET", "\(collection)?limit=1000&include=\(include)")
      return Set(names(reply)).intersection(["gone", "here"])
    }
    #expect(try listed("non-deleted") == ["here"])
    #expect(try listed("deleted") == (sample.isRestorable ? ["gone"] : []))
    #expect(try listed("all") == (sample.isRestorable ? ["gone", "here"] : ["here"]))
  }

  private func names(_ reply: CatalogUnderTest.Reply) -> [String] {
    reply["data"]?.array?.compactMap { $0["name"]?.string } ?? []
  }
}
