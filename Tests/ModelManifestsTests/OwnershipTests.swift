import Diagnostics
import ModelManifests
import Testing

@Suite("Ownership")
struct OwnershipTests {
  @Test("paths and globs say who owns a field; the longer path wins")
  func rules() throws {
    let manifest = try ManifestCase(
      model: """
        ownership:
          mlFeatures: manifest
          mlFeatures[*].description: catalog
          mlFeatures[persona].description: manifest
        """)
    manifest.expectNothing()
    let ownership = try manifest.model.ownership
    func owner(_ path: String) throws -> FieldOwner? {
      ownership.owner(of: try FieldPath(parsing: path))
    }
    #expect(try owner("mlFeatures[a].dataType") == .manifest)
    #expect(try owner("mlFeatures[a].description") == .catalog)
    #expect(try owner("mlFeatures[persona].description") == .manifest)
    #expect(try owner("description") == nil)
  }

  @Test(
    "a path that leads nowhere is found on the key",
    arguments: [
      "descripton", "mlFeatures.name", "description.text", "name[a]", "mlFeatures[a", "''",
      "mlFeatures[a].nam", "registry.mlfow", "mlFeatures[]", "a..b", "mlStore[x]",
      "tags[a].b",
    ])
  func invalidPaths(_ path: String) throws {
    let quoted = path == "''" ? path : "'\(path)'"
    let manifest = try ManifestCase(model: "ownership: {⟦k⟧\(quoted)⟦/k⟧: catalog}")
    try manifest.expectOnly(.invalidFieldPath, at: "k")
  }
}
