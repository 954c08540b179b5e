import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Custom properties")
struct CustomPropertyTests {
  @discardableResult
  private func define(
    _ name: String, _ type: String, config: JSON? = nil, on entity: String = "mlmodel",
    _ catalog: CatalogUnderTest
  ) throws -> CatalogUnderTest.Reply {
    let target = try catalog.send("GET", "metadata/types/name/\(entity)")["id"]!.string!
    let type = try catalog.send("GET", "metadata/types/name/\(type)?category=field")["id"]
    var request = JSONObject([
      .init(key: "name", value: .string(name)), .init(key: "description", value: "a property"),
      .init(key: "propertyType", value: ["id": try #require(type), "type": "type"]),
    ])
    request["customPropertyConfig"] = config.map { ["config": $0] }
    return try catalog.send("PUT", "metadata/types/\(target)", .object(request))
  }

  @Test("a property that is defined is taken, another one refused", arguments: GlossaryTests.lines)
  func defined(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    let reply = try define("f1", "number", catalog)
    #expect(reply.status == 200, "\(reply.body.text())")
    #expect(reply["customProperties"]?.array?.first?["propertyType"]?["name"] == "number")
    #expect(reply["version"]?.text() == "0.2")
    let model = try catalog.model(["extension": ["f1": Self.decimal("0.93")]])
    #expect(model["extension"]?["f1"]?.text() == "0.93")
    let unknown = try catalog.send(
      "PUT", "mlmodels", catalog.modelRequest(["extension": ["recall": 1]]))
    #expect(unknown.status == 400)
    #expect(unknown.message == "Unknown custom field recall")
    let patched = try catalog.send(
      "PATCH", "mlmodels/\(model["id"]!.string!)",
      [["op": "add", "path": "/extension/f1", "value": "high"]])
    #expect(patched.status == 400)
    #expect(patched.message.hasPrefix("Custom field f1 has invalid JSON"))
  }

  private static func decimal(_ lexeme: String) -> JSON { .number(JSONNumber(lexeme: lexeme)) }

  static let values: [(type: String, config: JSON?, good: JSON, bad: JSON)] = [
    ("string", nil, "x", 1), ("integer", nil, 3, decimal("3.5")),
    ("number", nil, decimal("1e3"), "1"),
    ("markdown", nil, "**x**", []), ("sqlQuery", nil, "SELECT 1", true),
    ("email", nil, "a@b.org", "a"), ("duration", nil, "P1DT2H", "1 day"),
    ("timestamp", nil, 1_700_000_000_000, "now"),
    ("timeInterval", nil, ["start": 1, "end": 2], ["start": 1]),
    ("date-cp", "yyyy-MM-dd", "2026-11-21", "2026-13-21"),
    ("dateTime-cp", "yyyy-MM-dd HH:mm:ss", "2026-11-21 09:30:00", "2026-11-21"),
    ("time-cp", "HH:mm", "23:59", "24:00"),
    ("enum", ["values": ["low", "high"]], ["low"], ["mid"]),
    ("enum", ["multiSelect": true, "values": ["low", "high"]], ["low", "high"], "low"),
    ("enum", ["values": ["low", "high"]], ["low"], ["low", "high"]),
    ("table-cp", ["columns": ["a"]], ["rows": [["a": "1"]]], ["rows": [["b": "1"]]]),
  ]

  @Test("a value fits the type of its property or is refused", arguments: values.indices)
  func types(index: Int) throws {
    let (type, config, good, bad) = Self.values[index]
    let catalog = try CatalogUnderTest()
    #expect(try define("p", type, config: config, catalog).status == 200)
    let taken = try catalog.send(
      "PUT", "mlmodels", catalog.modelRequest(["extension": ["p": good]]))
    #expect(taken.status == 201, "\(taken.body.text())")
    let refused = try catalog.send(
      "PUT", "mlmodels", catalog.modelRequest(["extension": ["p": bad]]))
    #expect(refused.status == 400, "\(refused.body.text())")
  }

  @Test("a reference names an entity of the right type that exists")
  func references() throws {
    let catalog = try CatalogUnderTest()
    try define("steward", "entityReference", config: ["user"], catalog)
    let admin = try catalog.send("GET", "users/name/admin")["id"]!
    let good = try catalog.model(["extension": ["steward": ["id": admin, "type": "user"]]])
    #expect(good["extension"]?["steward"]?["id"] == admin)
    let wrong = try catalog.send(
      "PUT", "mlmodels",
      catalog.modelRequest(["extension": ["steward": ["id": good["id"]!, "type": "mlmodel"]]]))
    #expect(wrong.status == 400)
  }

  @Test("words of an enumeration are added and never taken away; types never change")
  func redefinition() throws {
    let catalog = try CatalogUnderTest()
    try define("stage", "enum", config: ["values": ["dev"]], catalog)
    #expect(
      try define("stage", "enum", config: ["values": ["dev", "prod"]], catalog).status == 200)
    #expect(try define("stage", "enum", config: ["values": ["prod"]], catalog).status == 400)
    #expect(try define("stage", "string", catalog).status == 400)
    #expect(try define("other", "enum", catalog).status == 400)
  }

  @Test("a property that is removed takes its values with it")
  func removal() throws {
    let catalog = try CatalogUnderTest()
    let type = try define("f1", "number", catalog)
    let model = try catalog.model(["extension": ["f1": 1]])
    let reply = try catalog.send(
      "PATCH", "metadata/types/\(type["id"]!.string!)",
      [["op": "replace", "path": "/customProperties", "value": []]])
    #expect(reply.status == 200, "\(reply.body.text())")
    let read = try catalog.send("GET", "mlmodels/\(model["id"]!.string!)?fields=extension")
    #expect(read["extension"] == nil)
  }

  @Test("types are listed by category; field types take no properties; consumers define none")
  func guarded() throws {
    let catalog = try CatalogUnderTest()
    let fields = try catalog.send("GET", "metadata/types?category=field&limit=100")
    #expect(fields["data"]?.array?.contains { $0["name"] == "duration" } == true)
    #expect(fields["data"]?.array?.contains { $0["name"] == "table" } == false)
    #expect(try define("x", "string", on: "integer", catalog).status == 400)
    let id = try catalog.send("GET", "metadata/types/name/table")["id"]!.string!
    let consumer = try catalog.user("anna")
    let reply = try catalog.send(
      "PUT", "metadata/types/\(id)",
      ["name": "x", "propertyType": ["id": .string(id), "type": "type"]], token: consumer)
    #expect(reply.status == 403)
  }
}
