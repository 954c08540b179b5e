import Diagnostics
import ModelManifests
import Testing

@Suite("Documents")
struct DocumentTests {
  @Test("each document of a file is a model")
  func severalDocuments() throws {
    let manifest = try ManifestCase(
      "name: a\nalgorithm: x\n---\nserviceName: s\nname: b\nalgorithm: x\n---\n")
    manifest.expectNothing()
    #expect(manifest.file.models.map(\.findingsKey) == ["CustomMLService.a", "s.b"])
    #expect(manifest.file.documentCount == 2)
  }

  @Test("a finding blocks the model of its own document only")
  func findingsByModel() throws {
    let manifest = try ManifestCase("name: a\nalgorithm: x\nfoo: 1\n---\nname: b\nalgorithm: x\n")
    #expect(manifest.findings.map(\.model) == ["CustomMLService.a"])
    #expect(manifest.file.models.count == 2)
  }

  @Test("the service defaults to that of the project config, then to CustomMLService")
  func defaultService() throws {
    var config = ProjectConfig()
    #expect(try ManifestCase(model: "").model.service.name == "CustomMLService")
    let place = SourceRange(path: "mlcatalog.yaml", start: .start, end: .start)
    config.service = ServiceManifest(name: "Forecasts", nameRange: place)
    let model = try ManifestCase(model: "", config: config).model
    #expect(model.service.name == "Forecasts")
    #expect(model.service.nameRange == place)
    #expect(try ManifestCase(model: "serviceName: own", config: config).model.service.name == "own")
  }

  @Test(
    "a file without a document gives a warning at its beginning", arguments: ["", "# a\n", "---\n"])
  func noDocument(_ text: String) throws {
    let manifest = try ManifestCase("⟦k⟧⟦/k⟧" + text)
    let finding = try manifest.expectOnly(.noDocument, at: "k")
    #expect(finding.severity == .warning)
    #expect(manifest.file.documentCount == 0)
  }

  @Test("a model whose service cannot be told is not taken for one of the default service")
  func unknownService() throws {
    for text in ["serviceName: ⟦k⟧a::b⟦/k⟧", "service: {name: ⟦k⟧a::b⟦/k⟧}"] {
      let manifest = try ManifestCase(model: text)
      let finding = try manifest.expectOnly(.invalidName, at: "k")
      #expect(finding.model == nil)
      #expect(manifest.file.models.isEmpty)
      #expect(manifest.file.documentCount == 1)
    }
  }

  @Test("a root that is no mapping is found")
  func roots() throws {
    try ManifestCase("⟦k⟧- a⟦/k⟧\n").expectOnly(.rootIsNoMapping, at: "k")
    try ManifestCase("⟦k⟧text⟦/k⟧\n").expectOnly(.rootIsNoMapping, at: "k")
  }

  @Test(
    "a text whose keys lack the space after their colons is shown with it",
    arguments: [
      ("name:churn", "put a space after the colon: `name: churn`"),
      ("algorithm:XGBoost\nname:churn", "put a space after the colon: `algorithm: XGBoost`"),
      ("see:this", "begin with `name: …`; separate several models by `---`"),
    ])
  func missingSpace(_ text: String, _ hint: String) throws {
    let finding = try ManifestCase("⟦k⟧\(text)⟦/k⟧\n").expectOnly(.rootIsNoMapping, at: "k")
    #expect(finding.hint == hint)
  }

  @Test("a text below `|` that is not indented is said to need it")
  func unindentedBlock() throws {
    let finding = try ManifestCase(
      "name: churn\nalgorithm: X\ndescription: |\n⟦k⟧P⟦/k⟧redicts churn.\ntarget: left\n"
    ).expectOnly(.yamlSyntax, at: "k")
    #expect(finding.hint == "indent every line of the text below `description: |`")
  }

  @Test("a text that is no YAML gives its own finding and no other, and no model")
  func syntaxErrors() throws {
    let manifest = try ManifestCase("name: a\nalgorithm: b\n---\nname: ⟦k⟧\"⟦/k⟧b\n")
    try manifest.expectOnly(.yamlSyntax, at: "k")
    #expect(manifest.file.models.isEmpty, "nobody knows what the rest would have said")
    #expect(manifest.file.documentCount == 1)
  }

  @Test("a key written twice blocks the model of its document, not the others")
  func duplicateKeys() throws {
    let manifest = try ManifestCase(
      "name: a\nalgorithm: x\n---\nname: b\nalgorithm: x\nalgorithm: y\n---\nname: c\nalgorithm: x\n"
    )
    #expect(manifest.findings.map(\.code) == [.duplicateKey])
    #expect(manifest.findings.map(\.model) == ["CustomMLService.b"])
    #expect(manifest.file.models.map(\.name.value) == ["a", "b", "c"])
  }

  @Test("a model described twice is found on the later name, and the first is kept")
  func repeatedModels() throws {
    let manifest = try ManifestCase(
      "name: ⟦f⟧a⟦/f⟧\nalgorithm: x\n---\nalgorithm: y\nserviceName: CustomMLService\nname: ⟦k⟧a⟦/k⟧\n"
    )
    var list = DiagnosticList()
    let models = RepeatedModels.removed(from: manifest.file.models, diagnostics: &list)
    #expect(models.map(\.algorithm.value) == ["x"])
    let finding = try #require(list.items.first)
    #expect(finding.code == .repeatedModel)
    #expect(finding.range == (try manifest.range(of: "k")))
    #expect(finding.notes.map(\.range) == [try manifest.range(of: "f")])
    #expect(finding.model == "CustomMLService.a")
  }

  @Test("a model of which only the name is readable goes on, with its findings")
  func partialModels() throws {
    let manifest = try ManifestCase(
      """
      name: a
      algorithm: [x]
      mlFeatures:
        - name: f
          dataType: number
          featureSources: [{name: c, dataSourceFqn: s.d.c.t}]
      """)
    #expect(manifest.findings.map(\.code) == [.wrongKind, .unknownChoice])
    let source = try manifest.model.mlFeatures.value?.first?.featureSources.value?.first
    #expect(source?.dataSourceFqn.value == "s.d.c.t")
  }
}
