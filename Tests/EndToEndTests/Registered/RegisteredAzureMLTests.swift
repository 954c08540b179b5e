import Diagnostics
import Foundation
import JSONDocuments
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("Publishing what Azure ML knows", .timeLimit(.minutes(5)))
struct RegisteredAzureMLTests {
  private static let place =
    "/subscriptions/6f1c2d3e-0000-4000-8000-000000000001/resourceGroups/rg-1/providers/Microsoft.MachineLearningServices"
    + "/workspaces/ws-1/"

  private func put(
    _ things: KeyValuePairs<String, JSON>, into service: RunningAzureService
  ) async throws {
    for (name, properties) in things {
      try await service.control(
        "put", ["path": .string(Self.place + name), "body": ["properties": properties]])
    }
  }

  /// A version with a job that logged a parameter and a metric, behind an endpoint.
  private func register(_ version: String, in service: RunningAzureService) async throws {
    let job = "job-\(version)"
    let model: JSON = .string("azureml:revenue:\(version)")
    try await put(
      [
        "jobs/\(job)": ["tags": ["estimator_name": "Ridge"]],
        "models/revenue": ["description": "Predicts revenue."],
        "models/revenue/versions/\(version)": [
          "modelUri": .string("azureml://datastores/d/paths/\(version)"),
          "jobName": .string(job), "stage": "Production",
        ],
        "onlineEndpoints/live": ["traffic": ["blue": 100]],
        "onlineEndpoints/live/deployments/blue": ["model": model],
      ], into: service)
    let run: JSON = [
      "info": ["run_id": .string(job), "status": "FINISHED"],
      "data": [
        "params": [["key": "alpha", "value": "0.5"]],
        "metrics": [["key": "rmse", "value": 0, "timestamp": 1, "step": 0]],
      ],
    ]
    try await service.control("runs", .object(JSONObject([.init(key: job, value: run)])))
  }

  private func project() throws -> Project {
    let project = try Project(
      """
      name: Revenue Predictions
      registry:
        azureml: {model: revenue, label: latest, workspace: ws-1, resourceGroup: rg-1}

      """)
    return project
  }

  private func environment(_ service: RunningAzureService) -> [String: String] {
    service.environment.merging(["AZURE_SUBSCRIPTION_ID": "6f1c2d3e-0000-4000-8000-000000000001"]) {
      own, _ in own
    }
  }

  @Test("the model carries its version, and a newer version is published with what belongs to it")
  func published() async throws {
    let service = try await RunningAzureService()
    try await register("7", in: service)
    let catalog = try await SampleCatalog()
    for property in RegistryProperty.allCases { try await catalog.define(property.name, "string") }
    let project = try project()
    let created = try await catalog.publish(project, registry: environment(service))
    #expect(created.outcome.status == .success, "\(created.told)")
    let model = try await catalog.model(fields: "extension")
    #expect(model["description"] == "Predicts revenue.")
    #expect(model["algorithm"] == "Ridge")
    #expect(model["server"] == "https://live.westeurope.inference.ml.azure.com/score")
    #expect(model["mlStore"]?["storage"] == "azureml://datastores/d/paths/7")
    let parameters = model["mlHyperParameters"]?.array ?? []
    #expect(parameters.compactMap { $0["value"]?.string } == ["0.5"])
    #expect(model["extension"]?["mlModelVersion"] == "7")
    #expect(model["extension"]?["mlStage"] == "Production")
    #expect(model["extension"]?["mlRunId"] == "job-7")
    #expect(model["extension"]?["mlMetrics"] == #"{"rmse":0}"#)
    let again = try await catalog.publish(project, registry: environment(service))
    #expect(again.requests.writes == 0, "\(again.models[0].plan?.changes as Any)")

    // Lower, but newer.
    try await register("3", in: service)
    let newer = try await catalog.publish(project, registry: environment(service))
    #expect(newer.outcome.status == .success, "\(newer.told)")
    let changed = try await catalog.model(fields: "extension")
    #expect(changed["extension"]?["mlModelVersion"] == "3")
  }

  @Test("the project config may name the place; a stage opens the gate, an alias cannot")
  func gate() async throws {
    let service = try await RunningAzureService()
    try await register("7", in: service)
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: Revenue Predictions\nregistry: {azureml: {model: revenue, label: latest}}\n")
    try project.write(
      "registry: {azureml: {resourceGroup: rg-1, workspace: ws-1}}\n", to: "mlcatalog.yaml")
    let gated = try await catalog.publish(project, registry: environment(service)) {
      $0.requiredAlias = "champion"
    }
    #expect(gated.outcome.status == .findings)
    #expect(gated.told.contains("knows no aliases"), "\(gated.told)")
    #expect(gated.requests.writes == 0)
    let staged = try await catalog.check(project, registry: environment(service)) {
      $0.requiredStage = "Production"
    }
    #expect(staged.outcome.status == .success, "\(staged.told)")
    let origins = staged.models[0].plan?.changes.map(\.origin.description) ?? []
    #expect(
      origins.contains { $0.hasPrefix("azureml:\(Self.place)models/revenue/versions/7#") },
      "\(origins)")
  }

  @Test(
    "what nobody names of the place is told at once, and nothing is asked",
    arguments: [
      ("", [:], "no subscription, resourceGroup or workspace of Azure ML is named"),
      (
        ", registry: r", ["AZURE_SUBSCRIPTION_ID": "6f1c2d3e-0000-4000-8000-000000000001"],
        "no resourceGroup of Azure ML is named"
      ),
    ])
  func unnamed(keys: String, variables: [String: String], message: String) async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: Revenue Predictions\nalgorithm: A\n"
        + "registry: {azureml: {model: m, label: latest\(keys)}}\n")
    let result = try await catalog.publish(project, registry: variables)
    #expect(result.outcome.status == .configuration, "\(result.told)")
    #expect(result.told.contains(message), "\(result.told)")
    #expect(result.requests.registries == 0)
    #expect(result.requests.writes == 0)
  }

  @Test("init --from writes a manifest that names the version, and is published as it is")
  func started() async throws {
    let service = try await RunningAzureService()
    try await register("7", in: service)
    let catalog = try await SampleCatalog()
    for property in RegistryProperty.allCases { try await catalog.define(property.name, "string") }
    let project = try project()
    try FileManager.default.removeItem(atPath: "\(project.path)/ml_model.yaml")
    var process = PublisherProcess(project, host: catalog.host, token: catalog.token)
    process.environment.merge(environment(service)) { $1 }
    let version = "azureml:\(Self.place)models/revenue/versions/"
    let missing = try await process.run("init", "--from", version + "8")
    #expect(missing.status == 1, "\(missing.everything)")
    #expect(missing.errors.contains("MLC600"), "\(missing.everything)")
    let made = try await process.run("init", "--from", version + "7")
    #expect(made.status == 0, "\(made.everything)")
    let manifest = try project.read("ml_model.yaml")
    #expect(manifest.contains("workspace: ws-1"), "\(manifest)")
    let published = try await process.run("publish")
    #expect(published.status == 0, "\(published.everything)")
    let again = try await process.run("publish", "--check", "--detailed-exitcode")
    #expect(again.status == 0, "\(again.everything)")
  }

  @Test(
    "failures end as the way of signing in and the service say",
    arguments: [
      (["AZURE_CLIENT_SECRET": "not-the-secret"], 77), (["AZURE_CLIENT_SECRET": ""], 77),
      (["AZURE_RESOURCE_MANAGER_URL": "https://127.0.0.1:1"], 69),
      (["AZURE_AUTHORITY_HOST": "https://127.0.0.1:1"], 69),
      (["AZURE_SUBSCRIPTION_ID": "elsewhere"], 1), (["AZUREML_API_VERSION": "newest"], 78),
    ])
  func failures(changes: [String: String], status: Int) async throws {
    let service = try await RunningAzureService()
    try await register("7", in: service)
    let catalog = try await SampleCatalog()
    var process = PublisherProcess(try project(), host: catalog.host, token: catalog.token)
    process.environment.merge(environment(service)) { $1 }
    process.environment.merge(changes) { $1 }
    process.environment["PATH"] = "/nowhere"
    let outcome = try await process.run("publish", "-v")
    #expect(Int(outcome.status) == status, "\(outcome.everything)")
    for secret in ["not-the-secret", "the-client-secret", "issued."] {
      #expect(!outcome.everything.contains(secret))
    }
    #expect(try await catalog.modelStatus() == 404)
  }
}
