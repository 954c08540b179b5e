import Diagnostics
import ModelManifests
import TestSupport
import Testing

@testable import Publishing

@Suite("The manifest that a registered model begins with")
struct RegisteredManifestTextTests {
  private func model(_ text: String) throws -> ModelManifest {
    var list = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "a.yaml", bytes: Array(text.utf8)), diagnostics: &list)
    #expect(list.items.map(\.message) == [])
    return try #require(file.models.first)
  }

  private func text(_ filled: String) throws -> String {
    let model = try model(filled)
    return RegisteredManifestText(model, try #require(model.registry)).text
  }

  @Test("features are written out, and what the registry keeps giving is shown in remarks")
  func whole() throws {
    let text = try text(
      """
      name: revenue
      description: "Predicts\\nrevenue: \\u001b[31m well"
      algorithm: XGBRegressor
      registry: {mlflow: {model: revenue, alias: champion}}
      mlFeatures:
        - name: order_id
          dataType: numerical
          featureSources:
            - {name: order_id, dataType: integer, dataSourceFqn: demo_pg.postgres.public.orders}
        - {name: "a: b # c", dataType: categorical}
      mlHyperParameters: [{name: eta, value: 0.25}, {name: depth, value: 6}]
      mlStore: {storage: s3://models/a}
      """)
    try expectGolden(text, "registered-manifest.yaml")
    let read = try model(text)
    #expect(read.mlFeatures.value?.map(\.name.value) == ["order_id", "a: b # c"])
    #expect(read.algorithm == .absent && read.mlHyperParameters == .absent)
  }

  @Test(
    "whatever a registry calls things, the manifest says the same",
    arguments: ["null", "a: b", "- a", "x #y", "'q'", "{a}", "é", "07", "\\n", " a "])
  func names(_ name: String) throws {
    let quoted = YAMLText.quoted(name)
    let text = try text(
      "name: \(quoted)\nregistry: {azureml: {workspace: w, model: \(quoted), version: \(quoted)}}\n"
        + "algorithm: x\nmlFeatures: [{name: \(quoted), dataType: numerical}]\n")
    let read = try model(text)
    #expect(read.name.value == name)
    #expect(read.registry?.value(of: "model")?.value == name)
    #expect(read.registry?.value(of: "version")?.value == name)
    #expect(read.mlFeatures.value?.first?.name.value == name)
  }

  @Test(
    "the remark about sources is a manifest's text once it is none any more",
    arguments: ["a, b", "a]", "{a}", "x: y", "\u{2028}", String(repeating: "long ", count: 30)])
  func sources(_ name: String) throws {
    let text = try text(
      "name: a\nregistry: {mlflow: {model: a, version: 3}}\nalgorithm: x\n"
        + "mlFeatures: [{name: \(YAMLText.quoted(name)), dataType: numerical}]\n")
    #expect(text.contains("# featureSources:"))
    let read = try model(
      text.replacing("# featureSources:", with: "featureSources:").replacing("…", with: "s.d.c.t"))
    #expect(read.mlFeatures.value?.first?.featureSources.value?.map(\.name.value) == [name])
  }

  @Test("without a signature the features are left to be described")
  func withoutFeatures() throws {
    let text = try text("name: a\nregistry: {mlflow: {model: a, version: 3}}\n")
    #expect(text.contains("# The registry knows no signature"))
    let read = try model(text)
    #expect(read.mlFeatures == .absent && read.registry?.value(of: "version")?.value == "3")
  }
}
