import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("The life of an entity")
struct EntityLifeTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  private func version(_ text: String) -> JSON { .number(JSONNumber(lexeme: text)) }

  @Test("a first PUT creates with 201 and version 0.1, the same again changes nothing")
  func createThenNothing() throws {
    let first = try catalog.model()
    #expect(first.status == 201)
    #expect(first.headers["x-openmetadata-change"] == "entityCreated")
    #expect(first["version"] == version("0.1"))
    #expect(first["fullyQualifiedName"] == "Models.Revenue")
    #expect(first["service"]?["fullyQualifiedName"] == "Models")
    #expect(first["serviceType"] == "CustomMlModel")
    #expect(first["deleted"] == false)
    catalog.pass(seconds: 60)
    let again = try catalog.model()
    #expect(again.status == 200)
    #expect(again.headers["x-openmetadata-change"] == "entityNoChange")
    #expect(again["version"] == version("0.1"))
    #expect(again["updatedAt"] == first["updatedAt"])
  }

  @Test("POST creates with 201 and refuses what exists, deleted or not, with 409")
  func post() throws {
    let request = try catalog.modelRequest()
    let made = try catalog.send("POST", "mlmodels", request)
    #expect(made.status == 201)
    let taken = try catalog.send("POST", "mlmodels", request)
    #expect(taken.status == 409)
    #expect(taken.message == "Entity already exists")
    try catalog.send("DELETE", "mlmodels/\(made["id"]!.string!)")
    #expect(try catalog.send("POST", "mlmodels", request).status == 409)
  }

  @Test("a description is a small change, an algorithm a large one; both are described")
  func versions() throws {
    try catalog.model()
    let small = try catalog.model(["description": "D1"])
    #expect(small.headers["x-openmetadata-change"] == "entityUpdated")
    #expect(small["version"] == version("0.2"))
    #expect(
      small["changeDescription"] == [
        "fieldsAdded": [["name": "description", "newValue": "D1"]], "fieldsUpdated": [],
        "fieldsDeleted": [], "previousVersion": version("0.1"),
      ])
    let large = try catalog.model(["description": "D1", "algorithm": "SVM"])
    #expect(large["version"] == version("1.2"))
    #expect(
      large["changeDescription"]?["fieldsUpdated"] == [
        ["name": "algorithm", "oldValue": "XGBoost", "newValue": "SVM"]
      ])
  }

  @Test("the history holds every version as JSON in a string, the newest first")
  func history() throws {
    let id = try #require(catalog.model()["id"]?.string)
    try catalog.model(["description": "D1"])
    try catalog.model(["description": "D2"])
    let history = try catalog.send("GET", "mlmodels/\(id)/versions")
    #expect(history["entityType"] == "mlmodel")
    let texts = try #require(history["versions"]?.array).compactMap(\.string)
    let documents = try texts.map { try JSON(parsing: $0) }
    #expect(documents.map { $0["version"] } == ["0.3", "0.2", "0.1"].map(version))
    #expect(documents.map { $0["description"] } == ["D2", "D1", nil])
    let one = try catalog.send("GET", "mlmodels/\(id)/versions/0.2")
    #expect(one["description"] == "D1")
    #expect(try catalog.send("GET", "mlmodels/\(id)/versions/0.9").status == 404)
  }

  @Test("a soft-deleted entity is found only when it is asked for, and a PUT brings it back")
  func softDelete() throws {
    let id = try #require(catalog.model()["id"]?.string)
    let deleted = try catalog.send("DELETE", "mlmodels/\(id)")
    #expect(deleted.headers["x-openmetadata-change"] == "entitySoftDeleted")
    #expect(deleted["deleted"] == true)
    #expect(deleted["version"] == version("0.2"))
    let missing = try catalog.send("GET", "mlmodels/name/Models.Revenue")
    #expect(missing.status == 404)
    #expect(missing.message == "mlmodel instance for Models.Revenue not found")
    for include in ["all", "deleted"] {
      #expect(try catalog.send("GET", "mlmodels/\(id)?include=\(include)").status == 200)
    }
    let patch: JSON = [["op": "add", "path": "/description", "value": "x"]]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", patch).status == 404)
    let back = try catalog.model(["description": "again"])
    #expect(back.status == 200)
    #expect(back.headers["x-openmetadata-change"] == "entityRestored")
    #expect(back["id"] == .string(id))
    #expect(back["version"] == version("0.3"))
    let updated = try #require(back["changeDescription"]?["fieldsUpdated"]?.array)
    #expect(updated.contains(["name": "deleted", "oldValue": true, "newValue": false]))
  }

  @Test("restore brings a deleted entity back and refuses one that is not deleted")
  func restore() throws {
    let id = try #require(catalog.model()["id"]?.string)
    #expect(try catalog.send("PUT", "mlmodels/restore", ["id": .string(id)]).status == 404)
    try catalog.send("DELETE", "mlmodels/name/Models.Revenue")
    let restored = try catalog.send("PUT", "mlmodels/restore", ["id": .string(id)])
    #expect(restored.status == 200)
    #expect(restored["deleted"] == false)
    #expect(try catalog.send("GET", "mlmodels/\(id)").status == 200)
  }

  @Test("a hard delete leaves nothing: a PUT makes another entity")
  func hardDelete() throws {
    let id = try #require(catalog.model()["id"]?.string)
    try catalog.model(["description": "D1"])
    let reply = try catalog.send("DELETE", "mlmodels/\(id)?hardDelete=true")
    #expect(reply.headers["x-openmetadata-change"] == "entityDeleted")
    #expect(try catalog.send("GET", "mlmodels/\(id)?include=all").status == 404)
    #expect(try catalog.send("GET", "mlmodels/\(id)/versions").status == 404)
    let new = try catalog.model()
    #expect(new.status == 201)
    #expect(new["id"] != .string(id))
  }

  @Test("what is not empty is deleted only with all that is in it, and restored with it")
  func containers() throws {
    try catalog.model()
    let service = try catalog.send("GET", "services/mlmodelServices/name/Models")
    let path = "services/mlmodelServices/\(service["id"]!.string!)"
    let refused = try catalog.send("DELETE", path)
    #expect(refused.status == 400)
    #expect(refused.message == "mlmodelService is not empty")
    #expect(try catalog.send("DELETE", path + "?recursive=true").status == 200)
    #expect(try catalog.send("GET", "mlmodels/name/Models.Revenue").status == 404)
    try catalog.send(
      "PUT", "services/mlmodelServices/restore", ["id": service["id"]!])
    #expect(try catalog.send("GET", "mlmodels/name/Models.Revenue").status == 200)
    try catalog.send("DELETE", path + "?recursive=true")
    let put = try catalog.send(
      "PUT", "services/mlmodelServices", ["name": "Models", "serviceType": "CustomMlModel"])
    #expect(put.headers["x-openmetadata-change"] == "entityRestored")
    #expect(try catalog.send("GET", "mlmodels/name/Models.Revenue").status == 200)
    try catalog.send("DELETE", path + "?recursive=true&hardDelete=true")
    #expect(try catalog.send("GET", "mlmodels?include=all")["paging"]?["total"] == 0)
  }

  @Test("what comes with the catalog cannot be deleted")
  func system() throws {
    let tag = try catalog.send("GET", "tags/name/Tier.Tier1")
    let reply = try catalog.send("DELETE", "tags/\(tag["id"]!.string!)")
    #expect(reply.status == 400)
    #expect(reply.message == "System entity [Tier1] of type tag can not be deleted.")
  }

  @Test("owners of a service are those of its models, marked as inherited, never stored")
  func inheritedOwners() throws {
    _ = try catalog.user("anna")
    let anna = try #require(catalog.send("GET", "users/name/anna")["id"])
    try catalog.send(
      "PUT", "services/mlmodelServices",
      [
        "name": "Models", "serviceType": "CustomMlModel",
        "owners": [["id": anna, "type": "user"]],
      ])
    try catalog.model()
    let model = try catalog.send("GET", "mlmodels/name/Models.Revenue?fields=owners")
    let owner = try #require(model["owners"]?.array?.first)
    #expect(owner["inherited"] == true)
    #expect(owner["name"] == "anna")
    let patch: JSON = [["op": "add", "path": "/description", "value": "x"]]
    try catalog.send("PATCH", "mlmodels/\(model["id"]!.string!)", patch)
    try catalog.send(
      "PATCH", "services/mlmodelServices/name/Models",
      [["op": "remove", "path": "/owners"]])
    let service = try catalog.send("GET", "services/mlmodelServices/name/Models")["id"]!.string!
    try catalog.send(
      "PATCH", "services/mlmodelServices/\(service)", [["op": "remove", "path": "/owners"]])
    let later = try catalog.send("GET", "mlmodels/name/Models.Revenue?fields=owners")
    #expect(later["owners"] == [])
  }

  @Test("a reference shows what its entity is called now")
  func resolvedReferences() throws {
    try catalog.model()
    let service = try catalog.send("GET", "services/mlmodelServices/name/Models")["id"]!.string!
    try catalog.send(
      "PATCH", "services/mlmodelServices/\(service)",
      [["op": "add", "path": "/displayName", "value": "Our models"]])
    let model = try catalog.send("GET", "mlmodels/name/Models.Revenue")
    #expect(model["service"]?["displayName"] == "Our models")
  }

  @Test("a tag that is deleted for good is no label of anything any more")
  func deletedTag() throws {
    try catalog.send("PUT", "classifications", ["name": "Colour", "description": "d"])
    let tag = try catalog.send(
      "PUT", "tags", ["name": "Red", "classification": "Colour", "description": "d"])
    let label: JSON = [
      "tagFQN": "Colour.Red", "source": "Classification", "labelType": "Manual",
      "state": "Confirmed",
    ]
    let model = try catalog.model(["tags": [label]])
    let id = try #require(model["id"]?.string)
    #expect(model["tags"]?.array?.count == 1)
    let identifier = try #require(tag["id"]?.string)
    try catalog.send("DELETE", "tags/\(identifier)?hardDelete=true")
    #expect(try catalog.send("GET", "mlmodels/\(id)?fields=tags")["tags"] == [])
    let patch: JSON = [["op": "add", "path": "/description", "value": "after"]]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", patch).status == 200)
  }
}
