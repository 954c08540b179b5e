import Diagnostics
import ModelManifests
import Testing

@Suite("Keys")
struct KeyTests {
  @Test("an unknown key is found on the key, with the one that was meant")
  func unknownKey() throws {
    let manifest = try ManifestCase(model: "⟦k⟧descripton⟦/k⟧: Predicts churn\n")
    let finding = try manifest.expectOnly(.unknownKey, at: "k")
    #expect(finding.hint == "did you mean `description`?")
    #expect(finding.model == "CustomMLService.churn")
  }

  @Test("a misspelt required key is one finding: the missing key is the one that was meant")
  func misspeltRequiredKey() throws {
    let manifest = try ManifestCase("name: churn\n⟦k⟧algoritm⟦/k⟧: XGBoost\n")
    let finding = try manifest.expectOnly(.unknownKey, at: "k")
    #expect(finding.hint == "did you mean `algorithm`?")
    let name = try ManifestCase("⟦k⟧nam⟦/k⟧: churn\nalgorithm: XGBoost\n")
    try name.expectOnly(.unknownKey, at: "k")
    #expect(name.file.models.isEmpty)
    let both = try ManifestCase("⟦k⟧algoritm⟦/k⟧: XGBoost\n")
    #expect(both.findings.map(\.message).contains("`name` is missing"))
    #expect(both.findings.count == 2)
  }

  @Test("a key at the wrong level is told where it belongs")
  func misplacedKey() throws {
    let manifest = try ManifestCase(
      model: """
        mlFeatures:
          - name: a
            dataType: numerical
            ⟦k⟧dataSourceFqn⟦/k⟧: s.d.c.t
        """)
    let finding = try manifest.expectOnly(.unknownKey, at: "k")
    #expect(finding.hint == "`dataSourceFqn` belongs under `mlFeatures[].featureSources[]`")
    #expect(finding.fieldPath == "mlFeatures[a]")
  }

  @Test("keys that begin with x- are free in every mapping")
  func freeKeys() throws {
    try ManifestCase(
      model: """
        x-a: 1
        mlFeatures:
          - name: a
            dataType: numerical
            x-b: [1]
            featureSources: [{name: c, x-c: {}}]
        mlHyperParameters: [{name: a, value: 1, x-d: ~}]
        mlStore: {storage: a, x-e: 1}
        ownership: {description: catalog, x-f: 1}
        suppress: [{code: MLC237, reason: a, x-g: 1}]
        service: {name: a, x-h: 1}
        """
    ).expectNothing()
  }

  @Test("a missing key is found on the first key of the mapping that lacks it")
  func missingKeys() throws {
    try ManifestCase("⟦k⟧serviceName⟦/k⟧: a\nalgorithm: b\n").expectOnly(.missingKey, at: "k")
    try ManifestCase("⟦k⟧name⟦/k⟧: a\n").expectOnly(.missingKey, at: "k")
    try ManifestCase(model: "mlFeatures:\n  - ⟦k⟧name⟦/k⟧: a\n").expectOnly(.missingKey, at: "k")
    try ManifestCase(model: "mlFeatures: [{⟦k⟧dataType⟦/k⟧: numerical}]\n")
      .expectOnly(.missingKey, at: "k")
    try ManifestCase(
      model: "mlFeatures: [{name: a, dataType: numerical, featureSources: [{⟦k⟧tags⟦/k⟧: []}]}]"
    ).expectOnly(.missingKey, at: "k")
    try ManifestCase(model: "mlHyperParameters:\n- ⟦k⟧name⟦/k⟧: a\n")
      .expectOnly(.missingKey, at: "k")
    try ManifestCase(model: "service: {⟦k⟧serviceType⟦/k⟧: Mlflow}\n")
      .expectOnly(.missingKey, at: "k")
    try ManifestCase(model: "suppress: [{⟦k⟧code⟦/k⟧: MLC237}]\n").expectOnly(.missingKey, at: "k")
  }

  @Test("in {} a missing key is found on the braces, once for each key")
  func missingInBraces() throws {
    let manifest = try ManifestCase("⟦k⟧{}⟦/k⟧")
    #expect(manifest.findings.map(\.code) == [.missingKey, .missingKey])
    let braces = try manifest.range(of: "k")
    #expect(manifest.findings.allSatisfy { $0.range == braces })
    #expect(manifest.file.models.isEmpty)
  }

  @Test("a required key without a value is found on the key")
  func emptyRequiredKeys() throws {
    try ManifestCase("⟦k⟧name⟦/k⟧: ~\nalgorithm: a\n").expectOnly(.emptyKey, at: "k")
    try ManifestCase("name: a\n⟦k⟧algorithm⟦/k⟧:\n").expectOnly(.emptyKey, at: "k")
    try ManifestCase("name: a\nalgorithm: ⟦k⟧''⟦/k⟧\n").expectOnly(.emptyKey, at: "k")
    try ManifestCase(model: "⟦k⟧serviceName⟦/k⟧: null\n").expectOnly(.emptyKey, at: "k")
    try ManifestCase(model: "mlHyperParameters: [{name: a, ⟦k⟧value⟦/k⟧: }]\n")
      .expectOnly(.emptyKey, at: "k")
  }

  @Test("service beside serviceName is found on the later of the two")
  func serviceTwice() throws {
    try ManifestCase(model: "serviceName: a\n⟦k⟧service⟦/k⟧: {name: b}\n")
      .expectOnly(.conflictingKeys, at: "k")
    try ManifestCase(model: "service: {name: b}\n⟦k⟧serviceName⟦/k⟧: a\n")
      .expectOnly(.conflictingKeys, at: "k")
  }

  @Test("a key that is no text is refused")
  func complexKey() throws {
    try ManifestCase(model: "? ⟦k⟧[a]⟦/k⟧\n: b\n").expectOnly(.keyIsNoText, at: "k")
    try ManifestCase(model: "ownership:\n  ? ⟦k⟧{a: b}⟦/k⟧\n  : manifest\n")
      .expectOnly(.keyIsNoText, at: "k")
  }

  @Test("merged keys count as given, and the mapping's own win")
  func mergedKeys() throws {
    let manifest = try ManifestCase(
      model: """
        x-source: &source {dataType: integer, dataSourceFqn: s.d.c.t}
        mlFeatures:
          - name: a
            dataType: numerical
            featureSources:
              - {<<: *source, name: one}
              - {<<: *source, name: two, dataType: string}
        """)
    manifest.expectNothing()
    let sources = try #require(try manifest.model.mlFeatures.value?.first?.featureSources.value)
    #expect(sources.map(\.dataType.value) == [.integer, .string])
    #expect(sources.map(\.key) == ["s.d.c.t.one", "s.d.c.t.two"])
  }
}
