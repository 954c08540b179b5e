import Diagnostics
import ModelManifests
import Testing

@Suite("Suppressions")
struct SuppressionTests {
  @Test("an entry needs a code that exists and may be silenced, and a reason")
  func entries() throws {
    try ManifestCase(model: "suppress: [{code: ⟦k⟧MLC999⟦/k⟧, reason: a}]")
      .expectOnly(.unknownSuppressedCode, at: "k")
    try ManifestCase(model: "suppress: [{code: ⟦k⟧MLC232⟦/k⟧, reason: a}]")
      .expectOnly(.fixedCode, at: "k")
    try ManifestCase(model: "suppress: [{code: MLC237, reason: ⟦k⟧' '⟦/k⟧}]")
      .expectOnly(.emptyKey, at: "k")
    try ManifestCase(model: "suppress: [{code: MLC237, reason: a, path: ⟦k⟧nam⟦/k⟧}]")
      .expectOnly(.invalidFieldPath, at: "k")
  }

  private func applied(_ suppress: String, reportsUnused: Bool = true) throws -> [Diagnostic] {
    let manifest = try ManifestCase(
      model: """
        mlFeatures:
          - {name: 'a>b', dataType: numerical}
          - {name: 'c>d', dataType: numerical}
        suppress: [\(suppress)]
        """)
    var list = DiagnosticList()
    for finding in manifest.findings { list.append(finding) }
    Suppressions.apply(manifest.file.models, to: &list, reportsUnused: reportsUnused)
    return list.sorted
  }

  @Test("without a path all findings of the code are silenced")
  func wholeModel() throws {
    #expect(try applied("{code: MLC237, reason: old}").map(\.suppressed) == [true, true])
  }

  @Test("with a path only findings at and below it are silenced")
  func byPath() throws {
    #expect(
      try applied("{code: MLC237, path: 'mlFeatures[c>d]', reason: old}").map(\.suppressed)
        == [false, true])
    #expect(
      try applied("{code: MLC237, path: 'mlFeatures[*].name', reason: old}").map(\.suppressed)
        == [true, true])
  }

  @Test("an entry that silences nothing is a warning, unless findings are incomplete")
  func unused() throws {
    let findings = try applied("{code: MLC237, path: target, reason: old}")
    #expect(findings.map(\.code) == [.discouragedName, .discouragedName, .unusedSuppression])
    #expect(findings.map(\.severity) == [.warning, .warning, .warning])
    #expect(findings.map(\.suppressed) == [false, false, false])
    #expect(
      try applied("{code: MLC237, path: target, reason: old}", reportsUnused: false).count == 2)
  }

  @Test("findings of other models stay")
  func otherModels() throws {
    let manifest = try ManifestCase(
      """
      name: 'a>'
      algorithm: x
      suppress: [{code: MLC237, reason: old}]
      ---
      name: 'b>'
      algorithm: x
      """)
    var list = DiagnosticList()
    for finding in manifest.findings { list.append(finding) }
    Suppressions.apply(manifest.file.models, to: &list)
    #expect(list.items.map(\.suppressed) == [true, false])
  }
}
