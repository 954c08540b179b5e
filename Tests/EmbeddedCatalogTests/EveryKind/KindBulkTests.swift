import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Many entities of one kind in one request")
struct KindBulkTests {
  @Test(
    "what is refused does not keep the others out, and the same again changes nothing",
    arguments: KindSample.all, ["1.13.0", "2.0.7"])
  func bulk(sample: KindSample, version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    try sample.prepare(catalog)
    let path = sample.kind.collection + "/bulk"
    let first = sample.request("first", for: catalog.line)
    let second = sample.request("second", for: catalog.line)
    let unfit = sample.request("unfit", ["colour": "red"], for: catalog.line)

    let made = try catalog.send("PUT", path, [first, unfit, second])
    #expect(made.status == 200, "\(made.body.text())")
    #expect(made["status"] == "partialSuccess")
    #expect(counts(made) == [3, 2, 1])
    #expect(made["successRequest"]?.array?.map { $0["status"] } == [201, 201])
    let refused = made["failedRequest"]?.array?.first
    #expect(refused?["request"] == "unfit")
    #expect(refused?["status"] == 400)
    #expect(refused?["message"]?.string?.hasPrefix("Unrecognized field \"colour\"") == true)

    let again = try catalog.send("PUT", path, [first, second])
    #expect(again["status"] == "success")
    #expect(counts(again) == [2, 2, 0])
    #expect(again["successRequest"]?.array?.map { $0["status"] } == [200, 200])
    let names = (made["successRequest"]?.array ?? []).compactMap { $0["request"]?.string }
    #expect(names.count == 2)
    for name in names {
      let read = try catalog.send("GET", "\(sample.kind.collection)/name/\(name)")
      #expect(read["version"] == .number(JSONNumber(lexeme: "0.1")), "\(read.body.text())")
    }
    #expect(try catalog.send("PUT", path, [unfit])["status"] == "failure")
  }

  @Test("what is to be done later is accepted, and has been done", arguments: KindSample.all)
  func later(sample: KindSample) throws {
    let catalog = try CatalogUnderTest(version: "1.13.0")
    try sample.prepare(catalog)
    let made = try catalog.send(
      "PUT", sample.kind.collection + "/bulk?async=true",
      [sample.request("first", for: catalog.line)])
    #expect(made.status == 202)
    // The client reads the same result, whether it asked to wait or not.
    #expect(counts(made) == [1, 1, 0])
    let listed = try catalog.send("GET", "\(sample.kind.collection)?limit=1000")
    #expect(listed["data"]?.array?.contains { $0["name"] == "first" } == true)
  }

  @Test("only lines that know it take many at once", arguments: KindSample.all)
  func unknown(sample: KindSample) throws {
    let catalog = try CatalogUnderTest(version: "1.9.3")
    try sample.prepare(catalog)
    let reply = try catalog.send(
      "PUT", sample.kind.collection + "/bulk", [sample.request("first", for: catalog.line)])
    #expect([404, 405].contains(reply.status), "\(reply.body.text())")
  }

  @Test("who may write none of them is told so for each", arguments: KindSample.all)
  func forbidden(sample: KindSample) throws {
    let catalog = try CatalogUnderTest(version: "2.0.7")
    try sample.prepare(catalog)
    let carl = try catalog.user("carl", role: "DataConsumer")
    let reply = try catalog.send(
      "PUT", sample.kind.collection + "/bulk", [sample.request("first", for: catalog.line)],
      token: carl)
    #expect(reply["status"] == "failure", "\(reply.body.text())")
    #expect(reply["failedRequest"]?.array?.map { $0["status"] } == [403])
  }

  private func counts(_ reply: CatalogUnderTest.Reply) -> [Int64?] {
    ["Processed", "Passed", "Failed"].map { reply["numberOfRows\($0)"]?.integer }
  }
}
