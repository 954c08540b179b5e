import Diagnostics
import HTTPClient
import ModelManifests
import RegisteredModels
import Testing

@testable import Publishing

@Suite("What is asked of registries")
struct RegistryQuestionsTests {
  @Test("settings of MLflow that cannot be used are no trouble of models in Azure ML")
  func kinds() async {
    let text = """
      {name: a, algorithm: A, registry: {mlflow: {model: m, version: 1}}}
      ---
      {name: b, algorithm: B, registry: {azureml:
        {workspace: w, resourceGroup: g, model: m, version: 1}}}
      """
    var findings = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8)), diagnostics: &findings)
    #expect(findings.items.isEmpty)
    let settings = RegistrySettings(environment: [
      "MLFLOW_TRACKING_URI": "http://127.0.0.1:1", "MLFLOW_TRACKING_INSECURE_TLS": "perhaps",
      "AZURE_SUBSCRIPTION_ID": "s", "AZURE_CLIENT_SECRET": "secret",
    ])
    let questions = RegistryQuestions(file.models, RegistryConfig(), settings)
    let answers = await questions.answers(over: Connection(TransportConfiguration()))
    #expect(
      answers[0]
        == .failed(
          RegistryFailure(
            .misconfigured, "MLFLOW_TRACKING_INSECURE_TLS is neither true nor false")))
    guard case .failed(let failure)? = answers[1] else {
      Issue.record("expected a failure, got \(answers)")
      return
    }
    #expect(failure.kind == .notPermitted)
    #expect(failure.message.hasPrefix("AZURE_CLIENT_SECRET is set, but AZURE_TENANT_ID"))
  }
}
