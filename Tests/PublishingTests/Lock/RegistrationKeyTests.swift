import Diagnostics
import ModelManifests
import Testing

@testable import Publishing

@Suite("Names of registered versions in a lock")
struct RegistrationKeyTests {
  private func key(_ registry: String, _ config: String = "{}") throws -> String {
    var findings = DiagnosticList()
    let text = "{name: m, algorithm: A, registry: \(registry)}"
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8)), diagnostics: &findings)
    let project = ProjectConfig(
      SourceFile(path: "mlcatalog.yaml", bytes: Array("registry: \(config)".utf8)),
      diagnostics: &findings)
    #expect(findings.items.isEmpty, "\(findings.items)")
    return RegistrationKey.text(try #require(file.models.first?.registry), project.registry)
  }

  @Test("hold what the files say, and nothing of the environment")
  func texts() throws {
    #expect(
      try key("{mlflow: {model: my model, alias: champion, version: 7}}")
        == "mlflow:my%20model?alias=champion")
    #expect(try key("{mlflow: {model: m, version: latest}}") == "mlflow:m?version=latest")
    #expect(
      try key("{mlflow: {model: m, stage: Production}}", "{mlflow: {trackingUri: 'http://t'}}")
        == "mlflow:m?stage=Production&trackingUri=http%3A%2F%2Ft")
    #expect(
      try key("{azureml: {model: m, label: latest}}", "{azureml: {workspace: w}}")
        == "azureml:m?label=latest&workspace=w")
    #expect(
      try key(
        "{azureml: {model: m, version: 3, registry: r, resourceGroup: g}}",
        "{azureml: {workspace: w, subscription: 6f1c2d3e-0000-4000-8000-000000000001}}")
        == "azureml:m?version=3&registry=r&resourceGroup=g&subscription=6f1c2d3e-0000-4000-8000-000000000001"
    )
  }

  @Test("a manifest's own tracking server means its own registry")
  func ownServer() throws {
    let config = "{mlflow: {registryUri: 'http://r', trackingUri: 'http://t'}}"
    #expect(
      try key("{mlflow: {model: m, version: 1, trackingUri: 'http://x'}}", config)
        == "mlflow:m?version=1&trackingUri=http%3A%2F%2Fx")
    #expect(
      try key("{mlflow: {model: m, version: 1}}", config)
        == "mlflow:m?version=1&registryUri=http%3A%2F%2Fr&trackingUri=http%3A%2F%2Ft")
  }
}
