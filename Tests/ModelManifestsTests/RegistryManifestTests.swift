import Diagnostics
import ModelManifests
import Testing

@Suite("Where a model is registered")
struct RegistryManifestTests {
  @Test("a version of MLflow is read, every value with its place")
  func mlflow() throws {
    let manifest = try ManifestCase(
      model: """
        registry:
          mlflow:
            model: ⟦m⟧revenue⟦/m⟧
            alias: ⟦a⟧champion⟦/a⟧
            version: ⟦v⟧3⟦/v⟧
            trackingUri: ⟦t⟧https://mlflow.example.com/ml⟦/t⟧
            registryUri: http://127.0.0.1:5000
            x-note: free
        """)
    manifest.expectNothing()
    let registry = try #require(try manifest.model.registry)
    guard case .mlflow(let mlflow) = registry else {
      Issue.record("\(registry)")
      return
    }
    #expect(mlflow.model == Located("revenue", at: try manifest.range(of: "m")))
    #expect(mlflow.alias == Located("champion", at: try manifest.range(of: "a")))
    #expect(mlflow.version == Located("3", at: try manifest.range(of: "v")))
    #expect(mlflow.trackingUri?.value == "https://mlflow.example.com/ml")
    #expect(mlflow.registryUri?.value == "http://127.0.0.1:5000")
    #expect(mlflow.stage == nil)
    #expect(registry.place(of: "alias") == (try manifest.range(of: "a")))
    #expect(registry.place(of: "stage") == (try manifest.range(of: "m")))
    #expect(registry.path(of: "alias").description == "registry.mlflow.alias")
  }

  @Test("a version of Azure ML is read; where it is may be left to the project config")
  func azureML() throws {
    let manifest = try ManifestCase(
      model: """
        registry:
          azureml:
            registry: ⟦r⟧models⟦/r⟧
            resourceGroup: ml
            subscription: 6F1c2d3e-0000-4000-8000-000000000001
            model: revenue
            label: ⟦l⟧latest⟦/l⟧
        """)
    manifest.expectNothing()
    let registry = try #require(try manifest.model.registry)
    guard case .azureML(let azureML) = registry else {
      Issue.record("\(registry)")
      return
    }
    #expect(azureML.registry == Located("models", at: try manifest.range(of: "r")))
    #expect(azureML.label == Located("latest", at: try manifest.range(of: "l")))
    #expect(azureML.resourceGroup?.value == "ml" && azureML.workspace == nil)
    #expect(azureML.subscription?.value == "6F1c2d3e-0000-4000-8000-000000000001")
    #expect(registry.path(of: "label").description == "registry.azureml.label")
    try ManifestCase(model: "registry: {azureml: {model: a, version: 1.10}}").expectNothing()
  }

  @Test("a registry of Databricks is named as MLflow's own client names it")
  func databricks() throws {
    try ManifestCase(
      model: """
        registry:
          mlflow: {model: a.b.c, alias: d, registryUri: databricks-uc, trackingUri: databricks}
        """
    ).expectNothing()
  }

  @Test("the algorithm may be left to the registry, also to one that has a mistake")
  func algorithm() throws {
    let manifest = try ManifestCase("name: a\nregistry: {mlflow: {model: a, alias: b}}\n")
    manifest.expectNothing()
    #expect(try manifest.model.algorithm == .absent)
    try ManifestCase("name: a\nregistry: {mlflow: {model: a, version: ⟦k⟧one⟦/k⟧}}\n")
      .expectOnly(.invalidRegistration, at: "k")
    try ManifestCase("name: a\n⟦k⟧registri⟦/k⟧: {mlflow: {model: a, alias: b}}\n")
      .expectOnly(.unknownKey, at: "k")
    try ManifestCase("⟦k⟧name⟦/k⟧: a\n").expectOnly(.missingKey, at: "k")
    try ManifestCase("name: a\n⟦k⟧algorithm⟦/k⟧:\nregistry: {mlflow: {model: a, alias: b}}\n")
      .expectOnly(.emptyKey, at: "k")
  }

  @Test(
    "what cannot be meant is found where it stands",
    arguments: [
      ("⟦k⟧registry⟦/k⟧: ~", DiagnosticCode.emptyKey),
      ("registry: ⟦k⟧revenue⟦/k⟧", .wrongKind),
      ("registry: ⟦k⟧{}⟦/k⟧", .missingKey),
      ("registry: {⟦k⟧mlfow⟦/k⟧: {model: a, alias: b}}", .unknownKey),
      (
        "registry: {mlflow: {model: a, alias: b}, ⟦k⟧azureml⟦/k⟧: {model: a, label: latest}}",
        .conflictingKeys
      ),
      ("registry: {⟦k⟧mlflow⟦/k⟧: }", .emptyKey),
      ("registry: {mlflow: {⟦k⟧model⟦/k⟧: a}}", .missingKey),
      ("registry: {mlflow: {model: a, ⟦k⟧alais⟦/k⟧: b}}", .unknownKey),
      ("registry: {mlflow: {⟦k⟧alias⟦/k⟧: a}}", .missingKey),
      (
        "registry: {mlflow: {model: ⟦k⟧models:/revenue@champion⟦/k⟧, alias: b}}",
        .invalidRegistration
      ),
      ("registry: {mlflow: {model: ⟦k⟧' '⟦/k⟧, alias: b}}", .emptyKey),
      ("registry: {mlflow: {model: a, ⟦k⟧alias⟦/k⟧: }}", .emptyKey),
      ("registry: {mlflow: {model: a, alias: b, ⟦k⟧stage⟦/k⟧: Production}}", .conflictingKeys),
      ("registry: {mlflow: {model: a, alias: b, version: ⟦k⟧latest⟦/k⟧}}", .conflictingKeys),
      ("registry: {mlflow: {model: a, version: ⟦k⟧latest⟦/k⟧, stage: Staging}}", .conflictingKeys),
      ("registry: {mlflow: {model: a, version: ⟦k⟧1.0⟦/k⟧}}", .invalidRegistration),
      ("registry: {mlflow: {model: a, version: ⟦k⟧0⟦/k⟧}}", .invalidRegistration),
      ("registry: {mlflow: {model: a, alias: ⟦k⟧Latest⟦/k⟧}}", .invalidRegistration),
      ("registry: {mlflow: {model: a, alias: ⟦k⟧v3⟦/k⟧}}", .invalidRegistration),
      ("registry: {mlflow: {model: a, alias: ⟦k⟧'@champion'⟦/k⟧}}", .invalidRegistration),
      ("registry: {mlflow: {model: a, stage: ⟦k⟧production⟦/k⟧}}", .unknownChoice),
      ("registry: {mlflow: {model: a, ⟦k⟧label⟦/k⟧: latest, version: 1}}", .unknownKey),
      (
        "registry: {mlflow: {model: a, alias: b, trackingUri: ⟦k⟧sqlite:///a.db⟦/k⟧}}",
        .invalidURL
      ),
      ("registry: {mlflow: {model: a, alias: b, trackingUri: ⟦k⟧http://⟦/k⟧}}", .invalidURL),
      (
        "registry: {mlflow: {model: a, alias: b, registryUri: ⟦k⟧'http://a/#/models/b'⟦/k⟧}}",
        .invalidURL
      ),
      (
        "registry: {mlflow: {model: a, alias: b, trackingUri: ⟦k⟧'http://a:b@c'⟦/k⟧}}",
        .invalidURL
      ),
      ("registry: {azureml: {⟦k⟧model⟦/k⟧: a, workspace: b}}", .missingKey),
      ("registry: {azureml: {model: a, version: 1, ⟦k⟧label⟦/k⟧: latest}}", .conflictingKeys),
      ("registry: {azureml: {model: a, label: ⟦k⟧newest⟦/k⟧}}", .unknownChoice),
      ("registry: {azureml: {model: a, version: ⟦k⟧latest⟦/k⟧}}", .invalidRegistration),
      ("registry: {azureml: {model: ⟦k⟧'azureml:a:1'⟦/k⟧, version: 1}}", .invalidRegistration),
      ("registry: {azureml: {model: a, version: 1, ⟦k⟧stage⟦/k⟧: Production}}", .unknownKey),
      (
        "registry: {azureml: {model: a, version: 1, workspace: b, ⟦k⟧registry⟦/k⟧: c}}",
        .conflictingKeys
      ),
      (
        "registry: {azureml: {model: a, version: 1, subscription: ⟦k⟧prod⟦/k⟧}}",
        .invalidRegistration
      ),
    ])
  func refused(_ text: String, _ code: DiagnosticCode) throws {
    let manifest = try ManifestCase(model: text)
    let finding = try manifest.expectOnly(code, at: "k")
    #expect(finding.severity == .error && finding.model == "CustomMLService.churn")
    #expect(finding.hint != nil || code == .emptyKey)
  }

  @Test(
    "a text in the place of a registration is shown in a form that is taken",
    arguments: [
      ("mlflow", "{mlflow: {model: revenue, alias: champion}}"),
      ("azureml", "{azureml: {workspace: ml-prod, model: revenue, label: latest}}"),
      ("churn", "{mlflow: {model: churn, alias: champion}}"),
      ("mlflow:churn", "{mlflow: {model: churn, alias: champion}}"),
      ("mlflow:churn@best", "{mlflow: {model: churn, alias: best}}"),
      ("mlflow:churn/7", "{mlflow: {model: churn, version: 7}}"),
      ("models:/churn@best", "{mlflow: {model: churn, alias: best}}"),
      ("azureml:churn:3", "{azureml: {model: churn, version: 3}}"),
    ])
  func forms(_ text: String, _ form: String) throws {
    let finding = try ManifestCase(model: "registry: ⟦k⟧\(text)⟦/k⟧").expectOnly(
      .wrongKind, at: "k")
    #expect(finding.hint == "write `\(form)`")
    try ManifestCase(model: "registry: \(form)").expectNothing()
  }

  @Test("so is a name under the kind of registry")
  func innerForms() throws {
    let mlflow = try ManifestCase(model: "registry: {mlflow: ⟦k⟧churn⟦/k⟧}")
      .expectOnly(.wrongKind, at: "k")
    #expect(mlflow.hint == "write `{model: churn, alias: champion}`")
    let azureML = try ManifestCase(model: "registry: {azureml: ⟦k⟧churn⟦/k⟧}")
      .expectOnly(.wrongKind, at: "k")
    #expect(azureML.hint == "write `{model: churn, label: latest}`")
  }

  @Test("a missing selector lists the selectors, and a misplaced one is told where it belongs")
  func hints() throws {
    let missing = try ManifestCase(model: "registry: {mlflow: {⟦k⟧model⟦/k⟧: a}}")
      .expectOnly(.missingKey, at: "k")
    #expect(missing.message.hasPrefix("`version`, `alias` or `stage` is missing"))
    #expect(missing.fieldPath == "registry.mlflow")
    let stage = try ManifestCase(
      model: "registry: {azureml: {model: a, version: 1, ⟦k⟧stage⟦/k⟧: Production}}"
    ).expectOnly(.unknownKey, at: "k")
    #expect(stage.hint == "`stage` belongs under `registry.mlflow`")
  }

  @Test(
    "a password or token is told where it belongs, wherever somebody writes it",
    arguments: [
      ("registry: {mlflow: {model: a, alias: b, ⟦k⟧password⟦/k⟧: x}}", "MLFLOW_TRACKING_PASSWORD"),
      ("registry: {mlflow: {model: a, alias: b, ⟦k⟧username⟦/k⟧: x}}", "MLFLOW_TRACKING_USERNAME"),
      ("registry: {mlflow: {model: a, alias: b, ⟦k⟧api_key⟦/k⟧: x}}", "MLFLOW_TRACKING_TOKEN"),
      ("registry: {mlflow: {model: a, alias: b}, ⟦k⟧token⟦/k⟧: x}", "MLFLOW_TRACKING_TOKEN"),
      (
        "registry: {azureml: {model: a, version: 1, ⟦k⟧client_secret⟦/k⟧: x}}",
        "AZURE_CLIENT_SECRET"
      ),
      ("⟦k⟧jwtToken⟦/k⟧: x", "OPENMETADATA_JWT_TOKEN"),
    ])
  func credentials(_ text: String, _ variable: String) throws {
    let finding = try ManifestCase(model: text).expectOnly(.unknownKey, at: "k")
    #expect(finding.hint?.contains(variable) == true, "\(finding.hint ?? "none")")
    #expect(finding.hint?.contains("x-") == false)
  }

  @Test(
    "a password in a URI is refused, whatever it holds",
    arguments: ["http://u:a/b@h", "http://u:a@b@h", "http://u:a%23b@h/c"])
  func passwordInURL(_ url: String) throws {
    try ManifestCase(model: "sourceUrl: ⟦u⟧'\(url)'⟦/u⟧").expectOnly(.invalidURL, at: "u")
  }

  @Test("no message repeats a user name or password of a URI")
  func secretInURI() throws {
    let manifest = try ManifestCase(
      model: "registry: {mlflow: {model: a, alias: b, trackingUri: 'https://joe:hunter2@c'}}")
    let finding = try #require(manifest.findings.first)
    let texts = [finding.message, finding.hint ?? ""] + finding.notes.map(\.message)
    #expect(!texts.contains { $0.contains("hunter2") || $0.contains("joe") })
  }
}
