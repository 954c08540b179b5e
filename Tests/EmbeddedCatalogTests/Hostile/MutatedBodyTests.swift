import JSONDocuments
import TestSupport
import Testing

@testable import EmbeddedCatalog

@Suite("Mutated bodies", .timeLimit(.minutes(5)))
struct MutatedBodyTests {
  private static let values: [JSON] = [
    .null, true, -1, "", "a::b", "\u{0}", "\"", "a.b", "../..", [], [[]], [.null], [:], [[:]],
    ["id": "x"], ["tagFQN": 1], .number(JSONNumber(lexeme: "1e400")), 9_223_372_036_854_775_807,
    .number(JSONNumber(lexeme: "-0.0")), .string(String(repeating: "x", count: 5000)),
    .array(Array(repeating: [:], count: 300)), "00000000-0000-0000-0000-000000000000",
    ["name": "a", "name2": ["name": ["name": .null]]],
  ]

  @Test(
    "whatever stands in a request to any kind, the answer is JSON with a code and a message, never 500",
    arguments: EntityKinds.standard.all.map(\.type), ["1.5.10", "2.0.7"])
  func entities(type: String, version: String) throws {
    let kind = try #require(EntityKinds.standard[type])
    let catalog = try CatalogUnderTest(version: version)
    let requests = EntityRequests(
      catalog: catalog, line: try #require(ServerLine(version: version)))
    let (request, created) = try requests.create(kind, name: "Plain")
    let id = try #require(created["id"]?.string)
    var random = SeededRandom(seed: 20)
    for _ in 0..<(AttackTime.isThorough ? 2_000 : 40) {
      let method = Bool.random(using: &random) ? "PUT" : "POST"
      check(try catalog.send(method, kind.collection, mutated(.object(request), &random)))
      let patch = mutated(Self.patch(of: kind, &random), &random)
      check(try catalog.send("PATCH", "\(kind.collection)/\(id)", patch))
    }
    let reply = try catalog.send("GET", "\(kind.collection)/\(id)?fields=*&include=all")
    #expect(reply.status == 200)
  }

  @Test(
    "the same holds for edges, sign-in and restoring", arguments: ["1.5.10", "2.0.7"])
  func others(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    let model = try #require(catalog.model()["id"])
    let edge: JSON = [
      "edge": [
        "fromEntity": ["id": .string(try catalog.table()), "type": "table"],
        "toEntity": ["id": model, "type": "mlmodel"],
        "lineageDetails": [
          "source": "Manual", "description": "a", "sqlQuery": "SELECT 1",
          "columnsLineage": [
            ["fromColumns": ["shop.db.public.orders.id"], "toColumn": "Models.Revenue.bucket"]
          ],
        ],
      ]
    ]
    var random = SeededRandom(seed: 21)
    for _ in 0..<(AttackTime.isThorough ? 5_000 : 150) {
      check(try catalog.send("PUT", "lineage", mutated(edge, &random)))
      check(
        try catalog.send(
          "POST", "users/login", mutated(["email": "a@b.cd", "password": "YQ=="], &random)))
      check(try catalog.send("PUT", "mlmodels/restore", mutated(["id": model], &random)))
      check(
        try catalog.send(
          "PUT", "tables/bulk",
          mutated([["name": "a", "databaseSchema": "shop.db.public"]], &random)
        ))
    }
    #expect(try catalog.send("GET", "mlmodels/name/Models.Revenue?fields=*").status == 200)
  }

  @Test(
    "bodies damaged as text are 400",
    arguments: [
      "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"\\ud800\"}", "{\"name\":NaN}", "{'name':1}",
      "{\"name\":01}", "{\"name\":\"a\u{1}\"}", "{}{}", "\u{FEFF}{}", "{\"a\":}", "nul", "[1,2,]",
    ])
  func damaged(body: String) throws {
    let reply = try CatalogUnderTest().send("PUT", "users", bytes: Array(body.utf8))
    #expect(reply.status == 400)
    check(reply)
  }

  @Test("nesting without end is 400, in any member", arguments: ["[", "{\"a\":"])
  func deep(opening: String) throws {
    let catalog = try CatalogUnderTest()
    let id = try #require(catalog.model()["id"]?.string)
    let deep = String(repeating: opening, count: 2_000_000)
    for (method, target, body) in [
      ("PUT", "users", deep), ("PUT", "mlmodels", "{\"extension\":" + deep),
      ("PATCH", "mlmodels/\(id)", "[{\"op\":\"add\",\"path\":\"/extension\",\"value\":" + deep),
    ] {
      let reply = try catalog.send(method, target, bytes: Array(body.utf8))
      #expect(reply.status == 400)
      check(reply)
    }
  }

  private func check(
    _ reply: CatalogUnderTest.Reply, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if reply.status < 300 { return }
    #expect(
      reply.status < 500 || Self.isAboutPatch(reply), "\(reply.message)",
      sourceLocation: sourceLocation)
    #expect(reply["code"]?.integer == Int64(reply.status), sourceLocation: sourceLocation)
    #expect(reply["message"]?.string != nil, sourceLocation: sourceLocation)
  }

  /// OpenMetadata answers 500 to a patch that cannot be applied; this is what it then says.
  private static func isAboutPatch(_ reply: CatalogUnderTest.Reply) -> Bool {
    ["jakarta.json.", "java.lang.NumberFormatException", "The JSON Patch operation"]
      .contains { reply.message.hasPrefix($0) }
  }

  /// A patch of any field, with any operation, to any value.
  private static func patch(of kind: any EntityKind, _ random: inout SeededRandom) -> JSON {
    let operations = ["add", "replace", "remove", "move", "copy", "test"]
    let fields = kind.fields.map(\.name) + ["", "unknown", "~1", "~2"]
    let ends = ["", "", "/0", "/-", "/0/name", "/-1", "/99999999999999999999", "/01", "/0/tags/-"]
    func pointer() -> JSON {
      .string(
        "/" + (fields.randomElement(using: &random) ?? "")
          + (ends.randomElement(using: &random) ?? ""))
    }
    return [
      [
        "op": .string(operations.randomElement(using: &random) ?? ""), "path": pointer(),
        "from": pointer(), "value": values.randomElement(using: &random) ?? .null,
      ]
    ]
  }

  /// The document with one value, at any depth, put in place of another.
  private func mutated(_ value: JSON, _ random: inout SeededRandom) -> JSON {
    let descends = Int.random(in: 0..<4, using: &random) > 0
    switch value {
    case .object(var object) where descends:
      guard let key = object.keys.randomElement(using: &random), let member = object[key] else {
        return value
      }
      object[key] = mutated(member, &random)
      return .object(object)
    case .array(var elements) where descends:
      guard let index = elements.indices.randomElement(using: &random) else { return value }
      elements[index] = mutated(elements[index], &random)
      return .array(elements)
    default: return Self.values.randomElement(using: &random) ?? .null
    }
  }
}
