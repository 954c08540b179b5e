import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("The life of each kind of entity")
struct KindLifeTests {
  private func version(_ text: String) -> JSON { .number(JSONNumber(lexeme: text)) }

  @Test(
    "each change is a version, and every version can be read", arguments: KindSample.all,
    ["1.5.10", "2.0.7"])
  func versions(sample: KindSample, line: String) throws {
    let catalog = try CatalogUnderTest(version: line)
    try sample.prepare(catalog)
    let collection = sample.kind.collection
    let id = try sample.make("thing", in: catalog)
    for description in ["D1", "D2"] {
      let reply = try catalog.send(
        "PUT", collection,
        sample.request("thing", ["description": .string(description)], for: catalog.line))
      #expect(reply.headers["x-openmetadata-change"] == "entityUpdated", "\(reply.body.text())")
    }
    let history = try catalog.send("GET", "\(collection)/\(id)/versions")
    #expect(history["entityType"] == .string(sample.kind.type))
    let documents = try (history["versions"]?.array ?? []).compactMap(\.string).map {
      try JSON(parsing: $0)
    }
    #expect(documents.map { $0["version"] } == ["0.3", "0.2", "0.1"].map(version))
    #expect(documents.map { $0["description"] } == ["D2", "D1", "For tests"])
    #expect(
      documents.first?["changeDescription"]?["fieldsUpdated"] == [
        ["name": "description", "oldValue": "D1", "newValue": "D2"]
      ])
    for (number, description) in [("0.1", "For tests"), ("0.2", "D1"), ("0.3", "D2")] {
      let reply = try catalog.send("GET", "\(collection)/\(id)/versions/\(number)")
      #expect(reply["description"] == .string(description))
      #expect(reply["id"] == .string(id))
    }
    #expect(try catalog.send("GET", "\(collection)/\(id)/versions/0.9").status == 404)
    #expect(try catalog.send("DELETE", "\(collection)/\(id)?hardDelete=true").status == 200)
    #expect(try catalog.send("GET", "\(collection)/\(id)/versions").status == 404)
  }

  @Test(
    "what is deleted softly is hidden, keeps its name and comes back as it was",
    arguments: KindSample.all.filter(\.isRestorable), ["1.5.10", "2.0.7"])
  func restored(sample: KindSample, line: String) throws {
    let catalog = try CatalogUnderTest(version: line)
    try sample.prepare(catalog)
    let collection = sample.kind.collection
    let id = try sample.make("thing", in: catalog)
    let before = try catalog.send("GET", "\(collection)/\(id)")

    let deleted = try catalog.send("DELETE", "\(collection)/\(id)")
    #expect(deleted.headers["x-openmetadata-change"] == "entitySoftDeleted")
    #expect(deleted["deleted"] == true)
    #expect(deleted["version"] == version("0.2"))
    #expect(try catalog.send("GET", "\(collection)/\(id)").status == 404)
    #expect(try catalog.send("GET", "\(collection)/\(id)?include=deleted")["deleted"] == true)
    #expect(try catalog.send("DELETE", "\(collection)/\(id)").status == 404)
    let taken = try catalog.send("POST", collection, sample.request("thing", for: catalog.line))
    #expect(taken.status == 409)

    let restored = try catalog.send("PUT", "\(collection)/restore", ["id": .string(id)])
    #expect(restored.status == 200, "\(restored.body.text())")
    #expect(restored.headers["x-openmetadata-change"] == "entityRestored")
    #expect(restored["version"] == version("0.3"))
    #expect(try catalog.send("PUT", "\(collection)/restore", ["id": .string(id)]).status == 404)
    let after = try catalog.send("GET", "\(collection)/\(id)")
    #expect(Self.lasting(after.body) == Self.lasting(before.body))
  }

  @Test(
    "what cannot be restored is gone for good",
    arguments: KindSample.all.filter { !$0.isRestorable }, ["1.5.10", "2.0.7"])
  func gone(sample: KindSample, line: String) throws {
    let catalog = try CatalogUnderTest(version: line)
    try sample.prepare(catalog)
    let collection = sample.kind.collection
    let id = try sample.make("thing", in: catalog)
    let deleted = try catalog.send("DELETE", "\(collection)/\(id)")
    #expect(deleted.headers["x-openmetadata-change"] == "entityDeleted")
    #expect(try catalog.send("GET", "\(collection)/\(id)?include=all").status == 404)
    #expect(try catalog.send("PUT", "\(collection)/restore", ["id": .string(id)]).status == 404)
    let again = try catalog.send("POST", collection, sample.request("thing", for: catalog.line))
    #expect(again.status == 201, "\(again.body.text())")
    #expect(again["id"] != .string(id))
  }

  /// An entity without what any change of it changes.
  private static func lasting(_ entity: JSON) -> JSON {
    var object = entity.object ?? JSONObject()
    for member in ["version", "updatedAt", "changeDescription", "incrementalChangeDescription"] {
      object[member] = nil
    }
    return .object(object)
  }
}
