import Diagnostics
import ModelManifests
import Testing

@Suite("Glossary terms, domains, data products, dashboards and custom properties")
struct CatalogEntityTests {
  @Test("every key is taken with its places")
  func places() throws {
    let manifest = try ManifestCase(
      model: """
        glossaryTerms: [⟦t⟧Business.Revenue⟦/t⟧]
        domains: [⟦d⟧Finance⟦/d⟧, Finance.Lending]
        dataProducts: [Revenue]
        dashboard: ⟦b⟧superset."rev.enue"⟦/b⟧
        mlFeatures:
          - {name: f, dataType: numerical, glossaryTerms: [⟦f⟧Business.Income⟦/f⟧]}
        """)
    manifest.expectNothing()
    let model = try manifest.model
    #expect(model.glossaryTerms.value?.map(\.range) == [try manifest.range(of: "t")])
    #expect(model.domains.value?.map(\.value) == ["Finance", "Finance.Lending"])
    #expect(model.domains.value?.first?.range == (try manifest.range(of: "d")))
    #expect(model.dataProducts.value?.map(\.value) == ["Revenue"])
    #expect(model.dashboard.range == (try manifest.range(of: "b")))
    let feature = try #require(model.mlFeatures.value?.first)
    #expect(feature.glossaryTerms.value?.map(\.range) == [try manifest.range(of: "f")])
  }

  @Test("`domain` is a list of one, and stands beside no `domains`")
  func oneDomain() throws {
    #expect(
      try ManifestCase(model: "domain: Finance").model.domains.value?.map(\.value) == ["Finance"])
    #expect(try ManifestCase(model: "domain: ⟦k⟧~⟦/k⟧").model.domains.value == nil)
    try ManifestCase(model: "domain: Finance\n⟦k⟧domains⟦/k⟧: [Finance]")
      .expectOnly(.conflictingKeys, at: "k")
  }

  @Test(
    "names that lack a part or cannot be split are refused",
    arguments: [
      "glossaryTerms: [⟦k⟧Revenue⟦/k⟧]", "dashboard: ⟦k⟧revenue⟦/k⟧",
      "domain: ⟦k⟧'a.\"b'⟦/k⟧", "dataProducts: [⟦k⟧a..b⟦/k⟧]",
    ])
  func invalidNames(_ text: String) throws {
    try ManifestCase(model: text).expectOnly(.invalidFullName, at: "k")
  }

  @Test("values of custom properties are kept as they are written, with their places")
  func customProperties() throws {
    let manifest = try ManifestCase(
      model: """
        extension:
          ⟦n⟧costCenter⟦/n⟧: ⟦v⟧0047⟦/v⟧
          regions: [eu, ~]
          window: {start: 1, end: 2}
          retired: ~
          x-note: free
        """)
    manifest.expectNothing()
    let properties = try #require(try manifest.model.extension.value)
    #expect(properties.map(\.name.value) == ["costCenter", "regions", "window", "retired"])
    #expect(properties[0].name.range == (try manifest.range(of: "n")))
    #expect(properties[0].value.range == (try manifest.range(of: "v")))
    #expect(properties[0].value.value == .text("0047"))
    guard case .list(let items)? = properties[1].value.value else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.value) == [.text("eu"), .nothing])
    guard case .mapping(let entries)? = properties[2].value.value else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key.value) == ["start", "end"])
    #expect(properties[3].value.value == nil)
  }

  @Test("an extension that is no mapping is refused, an empty one empties")
  func extensionKinds() throws {
    try ManifestCase(model: "extension: ⟦k⟧[a]⟦/k⟧").expectOnly(.wrongKind, at: "k")
    for text in ["extension: {}", "extension:"] {
      let manifest = try ManifestCase(model: text)
      manifest.expectNothing()
      guard case .empty = try manifest.model.extension else {
        Issue.record("\(text) is not empty")
        continue
      }
    }
  }

  @Test(
    "field paths lead to them",
    arguments: [
      "glossaryTerms[Business.Revenue]", "domains", "domain", "dataProducts[Revenue]", "dashboard",
      "extension", "extension.costCenter", "mlFeatures[*].glossaryTerms",
    ])
  func fieldPaths(_ path: String) throws {
    try ManifestCase(model: "ownership: {'\(path)': manifest}").expectNothing()
  }
}
