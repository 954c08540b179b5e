import Diagnostics
import ModelManifests
import Testing

@Suite("Values")
struct ValueTests {
  @Test(
    "a value of the wrong kind is found on the value",
    arguments: [
      "name: ⟦k⟧[a]⟦/k⟧\nalgorithm: b", "name: a\nalgorithm: ⟦k⟧{b: c}⟦/k⟧",
    ]
      + [
        "description: ⟦k⟧[a]⟦/k⟧", "tags: ⟦k⟧PII.Sensitive⟦/k⟧", "tags: [⟦k⟧{a: b}⟦/k⟧]",
        "tags: [⟦k⟧~⟦/k⟧]", "owners: ⟦k⟧jane⟦/k⟧", "mlFeatures: ⟦k⟧{a: b}⟦/k⟧",
        "mlFeatures: [⟦k⟧a⟦/k⟧]", "mlHyperParameters: [{name: a, value: ⟦k⟧[1, 2]⟦/k⟧}]",
        "mlHyperParameters: [{name: a, value: ⟦k⟧{b: c}⟦/k⟧}]", "mlStore: ⟦k⟧s3://a⟦/k⟧",
        "service: ⟦k⟧a⟦/k⟧", "ownership: ⟦k⟧catalog⟦/k⟧", "suppress: ⟦k⟧MLC237⟦/k⟧",
        "suppress: [⟦k⟧MLC237⟦/k⟧]",
      ].map { "name: churn\nalgorithm: XGBoost\n\($0)" })
  func wrongKinds(_ text: String) throws {
    try ManifestCase(text).expectOnly(.wrongKind, at: "k")
  }

  @Test("the message for a wrong kind says what the field takes and what stands there")
  func wrongKindMessage() throws {
    let manifest = try ManifestCase(model: "tags: ⟦k⟧PII.Sensitive⟦/k⟧")
    let finding = try manifest.expectOnly(.wrongKind, at: "k")
    #expect(finding.message == "`tags` takes a list, and this is text")
  }

  @Test(
    "a text where a list or a mapping belongs is shown in the form that was meant",
    arguments: [
      ("owners: ⟦k⟧admin⟦/k⟧", "[admin]"), ("tags: ⟦k⟧PII.Sensitive⟦/k⟧", "[PII.Sensitive]"),
      ("owners: ⟦k⟧'a, b'⟦/k⟧", #"["a, b"]"#), (#"owners: ⟦k⟧'a"\b'⟦/k⟧"#, #"[a"\b]"#),
      ("suppress: [⟦k⟧MLC264⟦/k⟧]", "{code: MLC264, reason: the name is older}"),
      ("suppress: ⟦k⟧MLC264⟦/k⟧", "[{code: MLC264, reason: the name is older}]"),
      ("mlFeatures: [⟦k⟧persona⟦/k⟧]", "{name: persona, dataType: categorical}"),
      ("service: ⟦k⟧Forecasts⟦/k⟧", "{name: Forecasts}"),
      ("mlStore: ⟦k⟧s3://models/churn⟦/k⟧", "{storage: s3://models/churn}"),
    ])
  func meantForm(_ text: String, _ form: String) throws {
    let finding = try ManifestCase(model: text).expectOnly(.wrongKind, at: "k")
    #expect(finding.hint == "write `\(form)`")
  }

  @Test(
    "a mapping where a list of records belongs is shown as that list",
    arguments: [
      (
        "mlHyperParameters: ⟦k⟧{eta: 0.30, depth: 6}⟦/k⟧",
        "[{name: eta, value: 0.30}, {name: depth, value: 6}]"
      ),
      ("mlHyperParameters: ⟦k⟧{name: eta, value: 0.30}⟦/k⟧", "[{name: eta, value: 0.30}]"),
      ("mlFeatures: ⟦k⟧{persona: categorical}⟦/k⟧", "[{name: persona, dataType: categorical}]"),
      (
        "mlFeatures: ⟦k⟧{persona: {dataType: numerical, featureSources: []}}⟦/k⟧",
        "[{name: persona, dataType: numerical, featureSources: …}]"
      ),
      (
        "mlFeatures: ⟦k⟧{name: persona, dataType: numerical}⟦/k⟧",
        "[{name: persona, dataType: numerical}]"
      ),
      ("suppress: ⟦k⟧{MLC264: known}⟦/k⟧", "[{code: MLC264, reason: known}]"),
    ])
  func meantRecords(_ text: String, _ form: String) throws {
    let finding = try ManifestCase(model: text).expectOnly(.wrongKind, at: "k")
    #expect(finding.hint == "write `\(form)`")
  }

  @Test(
    "where nobody can tell what was meant, an example shows what the field takes",
    arguments: [
      ("ownership: ⟦k⟧catalog⟦/k⟧", "ownership: {description: catalog}"),
      ("extension: ⟦k⟧[a]⟦/k⟧", "extension: {costCenter: \"4711\"}"),
      ("tags: ⟦k⟧{a: b}⟦/k⟧", "tags: [PII.Sensitive]"),
      ("tags: [⟦k⟧[a]⟦/k⟧]", "tags: [PII.Sensitive]"),
      ("description: ⟦k⟧[a]⟦/k⟧", "description: Predicts revenue"),
      ("mlStore: ⟦k⟧[a]⟦/k⟧", "mlStore: {storage: s3://models/revenue/model.pkl}"),
      ("mlHyperParameters: [{name: a, value: ⟦k⟧[1, 2]⟦/k⟧}]", "value: 0.30"),
    ])
  func exampleOfField(_ text: String, _ example: String) throws {
    let finding = try ManifestCase(model: text).expectOnly(.wrongKind, at: "k")
    #expect(finding.hint == "for example `\(example)`")
  }

  @Test("custom properties of free keys alone say nothing, not that there shall be none")
  func freeCustomProperties() throws {
    #expect(try ManifestCase(model: "extension: {x-a: 1}").model.extension == .absent)
    #expect(try isEmpty(ManifestCase(model: "extension: {}").model.extension))
    #expect(try isEmpty(ManifestCase(model: "extension: ~").model.extension))
    #expect(
      try ManifestCase(model: "extension: {x-a: 1, b: 2}").model.extension.value?.count == 1)
  }

  @Test("null, [] and {} mean explicitly empty, an empty text is a text")
  func emptiness() throws {
    let manifest = try ManifestCase(
      model: """
        description: ~
        displayName: ""
        target:
        tags: []
        owners: null
        mlFeatures: []
        mlStore: {}
        """)
    manifest.expectNothing()
    let model = try manifest.model
    #expect(model.description.range?.description == "ml_model.yaml:3:14")
    #expect(model.displayName.value == "")
    #expect(isEmpty(model.description) && isEmpty(model.target) && isEmpty(model.tags))
    #expect(isEmpty(model.owners) && isEmpty(model.mlFeatures) && isEmpty(model.mlStore))
    #expect(model.mlHyperParameters == .absent)
  }

  private func isEmpty<Value>(_ given: Given<Value>) -> Bool {
    if case .empty = given { true } else { false }
  }

  @Test(
    "a hyper-parameter's value is published as it is written",
    arguments: [
      ("0.50", "0.50"), ("1e-3", "1e-3"), ("true", "true"), ("007", "007"), ("no", "no"),
      ("\"a b\"", "a b"), ("''", ""), ("0x1F", "0x1F"), ("2024-01-01", "2024-01-01"),
    ])
  func hyperParameterValues(_ written: String, _ value: String) throws {
    let manifest = try ManifestCase(model: "mlHyperParameters: [{name: a, value: \(written)}]")
    manifest.expectNothing()
    #expect(try manifest.model.mlHyperParameters.value?.first?.value.value == value)
  }

  @Test("a value that is none of those allowed is found, and the one meant is named")
  func choices() throws {
    var finding = try ManifestCase(model: "mlFeatures: [{name: a, dataType: ⟦k⟧numeric⟦/k⟧}]")
      .expectOnly(.unknownChoice, at: "k")
    #expect(finding.hint == "did you mean `numerical`? allowed are `numerical`, `categorical`")
    #expect(finding.fieldPath == "mlFeatures[a].dataType")
    finding = try ManifestCase(model: "mlFeatures: [{name: a, dataType: ⟦k⟧Numerical⟦/k⟧}]")
      .expectOnly(.unknownChoice, at: "k")
    #expect(finding.message.hasSuffix("letter case matters"))
    finding = try ManifestCase(
      model: """
        mlFeatures:
          - name: a
            dataType: numerical
            featureSources: [{name: b, dataType: ⟦k⟧"VARCHAR"⟦/k⟧, dataSourceFqn: s.d.c.t}]
        """
    ).expectOnly(.unknownChoice, at: "k")
    #expect(finding.fieldPath == "mlFeatures[a].featureSources[s.d.c.t.b].dataType")
    #expect(finding.hint?.hasPrefix("did you mean `string`?") == true)
    try ManifestCase(model: "service: {name: a, serviceType: ⟦k⟧mlflow⟦/k⟧}")
      .expectOnly(.unknownChoice, at: "k")
    try ManifestCase(model: "ownership: {description: ⟦k⟧file⟦/k⟧}")
      .expectOnly(.unknownChoice, at: "k")
  }

  @Test("a value that came through an alias is found at the alias, with a note where it is written")
  func aliases() throws {
    let manifest = try ManifestCase(
      model: "x-t: &t ⟦w⟧sometimes⟦/w⟧\nmlFeatures: [{name: a, dataType: ⟦k⟧*t⟦/k⟧}]\n")
    let finding = try manifest.expectOnly(.unknownChoice, at: "k")
    #expect(finding.notes.map(\.range) == [try manifest.range(of: "w")])
  }

  @Test(
    "an address must be an absolute URL",
    arguments: [
      "models.example.com/revenue", "https://", "https://a b", "https://a/%zz", "/models", "\"\"",
      "https://a/<b>",
    ])
  func addresses(_ text: String) throws {
    try ManifestCase(model: "server: ⟦k⟧\(text)⟦/k⟧").expectOnly(.invalidURL, at: "k")
    try ManifestCase(model: "sourceUrl: ⟦k⟧\(text)⟦/k⟧").expectOnly(.invalidURL, at: "k")
  }

  @Test(
    "a password stands in no address, and its finding does not repeat it",
    arguments: [
      "server: ⟦k⟧KEEP⟦/k⟧", "sourceUrl: ⟦k⟧KEEP⟦/k⟧", "mlStore: {storage: ⟦k⟧KEEP⟦/k⟧}",
      "mlStore: {imageRepository: ⟦k⟧KEEP⟦/k⟧}",
    ])
  func passwords(_ form: String) throws {
    let text = form.replacing("KEEP", with: "https://bob:hunter2@store.example.com/x")
    let finding = try ManifestCase(model: text).expectOnly(.invalidURL, at: "k")
    #expect(!"\(finding)".contains("hunter2"))
    let container = form.replacing("KEEP", with: "abfss://models@account.example.com/a:b")
    #expect(try ManifestCase(model: container).findings == [])
  }

  @Test(
    "absolute URLs of any scheme are accepted",
    arguments: [
      "https://a", "http://[::1]:80/b?c=d#e", "grpc+tls://a.b:1", "https://exämple.com/%C3%A9",
    ])
  func goodAddresses(_ text: String) throws {
    try ManifestCase(model: "server: \"\(text)\"").expectNothing()
  }

  @Test("a table's name whose quotes do not pair is found")
  func tableNames() throws {
    try ManifestCase(
      model: """
        mlFeatures:
          - name: a
            dataType: numerical
            featureSources: [{name: b, dataSourceFqn: ⟦k⟧s.d."c.t⟦/k⟧}]
        """
    ).expectOnly(.invalidTableName, at: "k")
  }
}
