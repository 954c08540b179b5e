import JSONDocuments
import TestSupport
import Testing

@testable import EmbeddedCatalog

@Suite("Hostile requests")
struct HostileRequestTests {
  private static let values: [JSON] = [
    .null, true, -1, "", "a::b", "\u{0}", "\"", "a.b", "../..", [], [[]], [.null], [:],
    ["id": "x"], ["tagFQN": 1], .number(JSONNumber(lexeme: "1e400")),
    .string(String(repeating: "x", count: 5000)),
  ]

  @Test(
    "whatever stands in a request, the answer is JSON with a code and a message, never a crash",
    arguments: ["1.5.10", "2.0.7"])
  func mutations(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    var random = SeededRandom(seed: 20)
    let request = try catalog.modelRequest(["mlStore": [:], "tags": [], "owners": []])
    try catalog.send("PUT", "mlmodels", request)
    let id = try #require(catalog.send("GET", "mlmodels/name/Models.Revenue")["id"]?.string)
    for _ in 0..<150 {
      let put = try catalog.send("PUT", "mlmodels", mutated(request, &random))
      check(put)
      #expect(put.status != 500, "\(put.message)")
      let place =
        "/" + ["mlFeatures/0", "owners", "tags", "service", "mlStore"].randomElement(
          using: &random)!
      let value = Self.values.randomElement(using: &random)!
      check(
        try catalog.send(
          "PATCH", "mlmodels/\(id)",
          [["op": "add", "path": .string(place), "value": value]]))
      check(try catalog.send("PUT", "lineage", ["edge": value]))
      check(try catalog.send("POST", "users", mutated(["name": "u", "email": value], &random)))
      check(try catalog.send("POST", "users/login", ["email": value, "password": value]))
    }
    #expect(try catalog.send("GET", "mlmodels/\(id)?fields=*").status == 200)
  }

  private func check(_ reply: CatalogUnderTest.Reply) {
    if reply.status < 300 { return }
    #expect(reply["code"]?.integer == Int64(reply.status))
    #expect(reply["message"]?.string != nil)
  }

  /// The document with one value, at any depth, put in place of another.
  private func mutated(_ value: JSON, _ random: inout SeededRandom) -> JSON {
    let descends = Int.random(in: 0..<4, using: &random) > 0
    switch value {
    case .object(var object) where descends && !object.isEmpty:
      let key = object.keys.randomElement(using: &random)!
      object[key] = mutated(object[key]!, &random)
      return .object(object)
    case .array(var elements) where descends && !elements.isEmpty:
      let index = elements.indices.randomElement(using: &random)!
      elements[index] = mutated(elements[index], &random)
      return .array(elements)
    default: return Self.values.randomElement(using: &random)!
    }
  }
}
