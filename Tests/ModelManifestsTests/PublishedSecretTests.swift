import Diagnostics
import ModelManifests
import Testing

@Suite("Secrets about to be published")
struct PublishedSecretTests {
  private static let token = "glpat-0123456789abcdefghij"

  @Test(
    "a value under a secret's name, and a text that holds one, are warned of at the value",
    arguments: [
      "mlHyperParameters: [{name: db_password, value: ⟦k⟧hunter2⟦/k⟧}]",
      "mlHyperParameters: [{value: ⟦k⟧'hunter2'⟦/k⟧, name: client_secret}]",
      "extension: {apiToken: ⟦k⟧hunter2⟦/k⟧}",
      "extension: {login: {user: jane, password: ⟦k⟧hunter2⟦/k⟧}}",
      "extension: {x: [{password: ⟦k⟧hunter2⟦/k⟧}]}",
      "extension: {dsn: ⟦k⟧'postgresql://u:hunter2@h/d'⟦/k⟧}",
      "description: ⟦k⟧see https://jane:hunter2@example.com⟦/k⟧",
      "mlFeatures: [{name: a, dataType: numerical, description: ⟦k⟧'http://u:hunter2@h'⟦/k⟧}]",
      "mlStore: {storage: ⟦k⟧'https://a.blob.core.windows.net/c?sv=1&sig=abcdef'⟦/k⟧}",
      "mlHyperParameters: [{name: a, value: 1, description: ⟦k⟧'x;AccountKey=abcdef=='⟦/k⟧}]",
    ])
  func warned(text: String) throws {
    let finding = try ManifestCase(model: text).expectOnly(.secretPublished, at: "k")
    #expect(finding.severity == .warning)
    #expect(!finding.message.contains("hunter2"))
    #expect(finding.hint?.contains("take it out of the file") == true)
  }

  @Test(
    "a token by its form is an error, wherever it stands",
    arguments: [
      "description: ⟦k⟧clone it with \(token)⟦/k⟧", "displayName: ⟦k⟧\(token)⟦/k⟧",
      "mlHyperParameters: [{name: a, value: ⟦k⟧\(token)⟦/k⟧}]",
      "extension: {a: [⟦k⟧\(token)⟦/k⟧]}", "sourceUrl: ⟦k⟧https://h/a?b=\(token)⟦/k⟧",
      "service: {name: s, description: ⟦k⟧\(token)⟦/k⟧}",
      "description: ⟦k⟧\"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\"⟦/k⟧",
    ])
  func refused(text: String) throws {
    let finding = try ManifestCase(model: text).expectOnly(.tokenPublished, at: "k")
    #expect(finding.severity == .error)
    #expect(!finding.message.contains(Self.token))
  }

  @Test(
    "what is no secret is taken as it is",
    arguments: [
      "mlHyperParameters: [{name: pad_token, value: PADDING}]",
      "mlHyperParameters: [{name: password, value: '${DB_PASSWORD}'}]",
      "mlHyperParameters: [{name: max_tokens, value: 512}, {name: token, value: 7}]",
      "mlHyperParameters: [{name: auth, value: true}, {name: sig, value: 0.5}]",
      "extension: {secret: null, password: '<redacted>'}",
      "description: 'the token: ask Jane for the password'",
      "mlStore: {storage: 'abfss://container@account.dfs.core.windows.net/a'}",
    ])
  func harmless(text: String) throws {
    try ManifestCase(model: text).expectNothing()
  }

  @Test("who knows better silences it with a reason")
  func suppressed() throws {
    let text = """
      suppress: [{code: MLC215, reason: an example from the documentation}]
      description: \(Self.token)
      """
    var list = DiagnosticList()
    let manifest = "name: churn\nalgorithm: XGBoost\n" + text
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(manifest.utf8)), diagnostics: &list)
    Suppressions.apply(file.models, to: &list)
    #expect(list.items.map(\.code) == [.tokenPublished])
    #expect(list.items.first?.suppressed == true)
  }
}
