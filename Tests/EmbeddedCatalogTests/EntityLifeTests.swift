import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite struct EntityLifeTests {
  @Test("A first PUT creates with 201 and version 0.1, the same again changes nothing")
  func createThenNothing() throws {
    let catalog = try CatalogUnderTest()
    let first = try catalog.model()
    #expect(first.status == 201)
    #expect(first.headers["x-openmetadata-change"] == "entityCreated")
    #expect(first["version"] == .number(JSONNumber(lexeme: "0.1")))
    #expect(first["fullyQualifiedName"] == "Models.Revenue")
    let again = try catalog.model()
    #expect(again.status == 200)
    #expect(again.headers["x-openmetadata-change"] == "entityNoChange")
    #expect(again["version"] == .number(JSONNumber(lexeme: "0.1")))
    #expect(again["updatedAt"] == first["updatedAt"])
  }
}
