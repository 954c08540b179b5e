import Foundation
import JSONDocuments
import JSONSchemas
import TestSupport
import Testing

@Suite("The schemas for editors")
struct EditorSchemaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "schema")

  @Test("the files in schema/ are what is generated", arguments: EditorSchema.allCases)
  func checkedIn(schema: EditorSchema) throws {
    let file = Self.folder.appending(path: schema.fileName)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(schema.text.utf8).write(to: file)
      Issue.record("wrote \(file.path)")
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(
      text == schema.text, "'mlcatalog schema \(schema.rawValue) > schema/\(schema.fileName)'")
  }

  @Test("a schema names itself, and loads nothing", arguments: EditorSchema.allCases)
  func references(schema: EditorSchema) {
    // A name and no address: nobody serves them yet, and tools fetch what looks like an address.
    #expect(schema.document["$id"]?.string == "urn:mlcatalog:schema:\(schema.rawValue)")
    #expect(schema.document["title"]?.string?.isEmpty == false)
    // A place of the schema itself, as trees need one.
    let text = schema.text.replacing("\"$ref\": \"#/", with: "")
    #expect(!text.contains("\"$ref\""))
  }

  @Test("every key of a manifest has a description and an example")
  func descriptions() throws {
    for schema in [EditorSchema.manifest, .config] {
      let properties = try #require(schema.document["properties"]?.object)
      #expect(!properties.isEmpty)
      for member in properties.members {
        #expect(member.value["description"]?.string?.isEmpty == false, "\(member.key)")
        #expect(member.value["examples"]?.array?.count == 1, "\(member.key)")
      }
    }
  }
}
