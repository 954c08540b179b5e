import FullyQualifiedNames
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("SQL, HTML and worse in every text of every kind of entity")
struct VerbatimTextTests {
  @Test(
    "what was written is read back as it was, by name, by id, in lists and in versions",
    arguments: EntityKinds.standard.all.map(\.type), ["1.5.10", "2.0.7"])
  func verbatim(type: String, version: String) throws {
    let kind = try #require(EntityKinds.standard[type])
    let catalog = try CatalogUnderTest(version: version)
    let requests = EntityRequests(
      catalog: catalog, line: try #require(ServerLine(version: version)))
    let (request, created) = try requests.create(kind)
    let name = PercentEncoding.segment(try #require(created["fullyQualifiedName"]?.string))
    let id = try #require(created["id"]?.string)
    let read =
      [
        created, try catalog.send("GET", "\(kind.collection)/name/\(name)?fields=*"),
        try catalog.send("GET", "\(kind.collection)/\(id)?fields=*"),
        try catalog.send("GET", "\(kind.collection)/\(id)/versions/0.1"),
      ].map(\.body) + [try listed(kind, id, in: catalog)]
    for document in read {
      expect(request, in: document, of: kind)
    }
    try expectChange(of: kind, id, in: catalog)
    #expect(try catalog.send("GET", "users?limit=1").status == 200)
  }

  /// The entity as a page of a list has it.
  private func listed(
    _ kind: any EntityKind, _ id: String, in catalog: CatalogUnderTest
  ) throws -> JSON {
    let page = try catalog.send("GET", "\(kind.collection)?limit=1000&fields=*")
    return try #require(page["data"]?.array?.first { $0["id"]?.string == id })
  }

  private func expect(_ request: JSONObject, in document: JSON, of kind: any EntityKind) {
    for member in request.members {
      guard let sent = member.value.string, let shown = document[member.key]?.string else {
        continue
      }
      let isName = member.key == "name"
      #expect(shown.utf8.elementsEqual((isName ? kind.storedName(sent) : sent).utf8))
    }
    #expect(document["description"]?.string == EntityRequests.text)
  }

  /// A patch writes such a text, and the history tells both the old and the new one.
  private func expectChange(
    of kind: any EntityKind, _ id: String, in catalog: CatalogUnderTest
  ) throws {
    let text = "'||(SELECT 1)||'" + EntityRequests.text
    let reply = try catalog.send(
      "PATCH", "\(kind.collection)/\(id)",
      [["op": "replace", "path": "/description", "value": .string(text)]])
    #expect(reply["description"]?.string == text, "\(reply.body.text())")
    let change = reply["changeDescription"]?["fieldsUpdated"]?.array?.first
    #expect(change?["oldValue"]?.string == EntityRequests.text)
    #expect(change?["newValue"]?.string == text)
  }

  @Test(
    "query parameters and cursors are values, whatever they hold",
    arguments: [
      "limit=1%20OR%201=1", "limit=-1", "limit=1e3", "limit=99999999999999999999",
      "after=x", "after=JzsgRFJPUCBUQUJMRSBlbnRpdGllczsgLS0=", "after=e30=", "before=%00",
      "after=eyJuYW1lIjoiJyBPUiAxPTEgLS0iLCJpZCI6IicifQ==", "fields=id,(SELECT%201)",
      "include='%20OR%201=1", "service='%20OR%201=1--", "fields=%2A%2F", "include=all;--",
    ])
  func queries(query: String) throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    // What a condition that always holds would show as well.
    let deleted = try #require(catalog.model(["name": "Deleted"])["id"]?.string)
    #expect(try catalog.send("DELETE", "mlmodels/\(deleted)").status == 200)
    let parsed = RequestTarget("/api/v1/mlmodels?\(query)")
    guard parsed != nil else { return #expect(query == "before=%00") }
    let reply = try catalog.send("GET", "mlmodels?\(query)")
    if reply.status == 200 {
      #expect(reply["data"]?.array?.allSatisfy { $0["name"] == "Revenue" } == true)
    } else {
      #expect(reply.status == 400 || reply.status == 404)
      #expect(reply["code"]?.integer == Int64(reply.status))
      #expect(!reply.message.isEmpty)
    }
  }
}
