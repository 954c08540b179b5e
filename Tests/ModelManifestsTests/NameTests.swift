import Diagnostics
import ModelManifests
import Testing

@Suite("Names")
struct NameTests {
  @Test(
    "names that OpenMetadata refuses are found, wherever a name stands",
    arguments: [
      "\"\"", "a::b", "\"a\\nb\"", "\"a\\tb\"", String(repeating: "x", count: 257),
    ])
  func invalidNames(_ name: String) throws {
    for text in [
      "name: ⟦k⟧\(name)⟦/k⟧\nalgorithm: a", "name: a\nalgorithm: b\ntarget: ⟦k⟧\(name)⟦/k⟧",
      "name: a\nalgorithm: b\nserviceName: ⟦k⟧\(name)⟦/k⟧",
      "name: a\nalgorithm: b\nservice: {name: ⟦k⟧\(name)⟦/k⟧}",
      "name: a\nalgorithm: b\nmlFeatures: [{name: ⟦k⟧\(name)⟦/k⟧, dataType: numerical}]",
      "name: a\nalgorithm: b\nmlFeatures: [{name: c, dataType: numerical, featureSources: "
        + "[{name: ⟦k⟧\(name)⟦/k⟧}]}]",
    ] {
      try ManifestCase(text).expectOnly(.invalidName, at: "k")
    }
  }

  @Test("256 characters are allowed, counted as Java counts")
  func longestName() throws {
    try ManifestCase("name: \(String(repeating: "é", count: 256))\nalgorithm: a").expectNothing()
    try ManifestCase("name: ⟦k⟧\(String(repeating: "😀", count: 129))⟦/k⟧\nalgorithm: a")
      .expectOnly(.invalidName, at: "k")
  }

  @Test(
    "characters that only some servers refuse give a warning", arguments: ["\"", "<", ">", "|"])
  func discouragedNames(_ character: String) throws {
    let finding = try ManifestCase("name: ⟦k⟧'a\(character)b'⟦/k⟧\nalgorithm: a")
      .expectOnly(.discouragedName, at: "k")
    #expect(finding.severity == .warning)
  }

  @Test("a column may be called what the database calls it")
  func columnNames() throws {
    try ManifestCase(
      model: "mlFeatures: [{name: a, dataType: numerical, featureSources: [{name: 'b>|<\"'}]}]"
    ).expectNothing()
  }

  @Test("features and hyper-parameters of one name are found on the second name")
  func repeatedNames() throws {
    let manifest = try ManifestCase(
      model: """
        mlFeatures:
          - {name: ⟦f⟧a⟦/f⟧, dataType: numerical}
          - {dataType: numerical, name: ⟦k⟧a⟦/k⟧}
        """)
    let finding = try manifest.expectOnly(.repeatedName, at: "k")
    #expect(finding.message == "the feature `a` is written twice")
    #expect(finding.notes.map(\.range) == [try manifest.range(of: "f")])
    try ManifestCase(
      model: "mlHyperParameters: [{name: a, value: 1}, {name: ⟦k⟧\"a\"⟦/k⟧, value: 2}]"
    ).expectOnly(.repeatedName, at: "k")
  }

  @Test("sources are the same when table and column are the same")
  func repeatedSources() throws {
    func sources(_ text: String) throws -> ManifestCase {
      try ManifestCase(
        model: "mlFeatures: [{name: a, dataType: numerical, featureSources: [\(text)]}]")
    }
    try sources("{name: a, dataSourceFqn: s.d.c.t}, {name: a, dataSourceFqn: s.d.c.u}")
      .expectNothing()
    try sources("{name: a, dataSourceFqn: s.d.c.t}, {name: ⟦k⟧a⟦/k⟧, dataSourceFqn: s.d.c.t}")
      .expectOnly(.repeatedName, at: "k")
  }

  @Test("names that differ only in their Unicode normal form are different names")
  func normalForms() throws {
    try ManifestCase(
      model: "mlHyperParameters: [{name: \u{E9}, value: 1}, {name: e\u{301}, value: 1}]"
    ).expectNothing()
  }
}
