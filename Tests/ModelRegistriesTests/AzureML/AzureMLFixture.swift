import AzureIdentity
import AzureResourceManager
import HTTPClient
import JSONDocuments
import ModelRegistries
import RegisteredModels
import TestSupport

/// A stand-in for Azure, things in its workspace, and a registry that reads them.
struct AzureMLFixture {
  static let workspace = RegistryAddress.azureMLWorkspace(
    subscription: "6f1c2d3e-0000-4000-8000-000000000001", resourceGroup: "rg-1", workspace: "ws-1")
  static let shared = RegistryAddress.azureMLRegistry(
    subscription: "6f1c2d3e-0000-4000-8000-000000000001", resourceGroup: "rg-1",
    registry: "registry-1")
  static let place =
    "/subscriptions/6f1c2d3e-0000-4000-8000-000000000001/resourceGroups/rg-1/providers/Microsoft.MachineLearningServices"
  static let workspacePath = place + "/workspaces/ws-1"

  let service: RunningAzureService

  init() async throws { service = try await RunningAzureService() }

  /// Puts things into the workspace, in their order.
  func put(_ things: KeyValuePairs<String, JSON>, into path: String = workspacePath) async throws {
    for (name, properties) in things {
      try await service.control(
        "put", ["path": .string("\(path)/\(name)"), "body": ["properties": properties]])
    }
  }

  /// A version with a job, data, a run, and an endpoint that serves it.
  func putRevenue() async throws {
    try await put([
      "data/reviews/versions/4": ["dataType": "uri_folder", "dataUri": "azureml://d/reviews/"],
      "jobs/job-1": [
        "displayName": "Training of May", "jobType": "Command",
        "inputs": [
          "reviews": ["jobInputType": "uri_folder", "uri": "azureml:reviews:4"],
          "rate": ["jobInputType": "literal", "value": "0.1"],
        ], "services": ["Studio": ["endpoint": "https://ml.azure.com/runs/job-1"]],
        "properties": ["mlflow.source.git.commit": "8f2c1d0"],
        "tags": ["estimator_name": "Ridge"],
      ],
      "models/revenue": ["description": "Revenue of a restaurant", "tags": ["team": "pricing"]],
      "models/revenue/versions/1": ["modelUri": "azureml://d/1"],
      "models/revenue/versions/7": ["modelUri": "azureml://d/7"],
      "models/revenue/versions/3": [
        "modelUri": "azureml://d/3", "jobName": "job-1", "stage": "Production",
        "description": "Trained on all of May", "tags": ["reviewed": "yes"],
        "properties": ["azureml.source": "run", "audience": "internal"],
        "flavors": ["python_function": ["data": [:]], "sklearn": ["data": [:]]],
      ],
      "models/revenue/versions/9": ["modelUri": "azureml://d/9", "isArchived": true],
      "onlineEndpoints/first": ["traffic": [:]],
      "onlineEndpoints/live": ["traffic": ["blue": 100]],
      "onlineEndpoints/live/deployments/blue": [
        "model": .string(Self.workspacePath.lowercased() + "/models/revenue/versions/3")
      ],
    ])
    try await service.control(
      "runs",
      [
        "job-1": [
          "info": [
            "run_id": "job-1", "run_name": "happy_tree", "status": "FINISHED",
            "user_id": "Ada", "start_time": 1_714_521_600_000, "lifecycle_stage": "active",
          ],
          "data": [
            "params": [["key": "alpha", "value": "0.5"]],
            "metrics": [["key": "rmse", "value": 1, "timestamp": 1, "step": 0]],
          ],
        ]
      ])
    try await service.control("clear")
  }

  func registry(
    _ changes: [String: String] = [:], file: [String: String] = [:],
    observer: (any RequestObserver)? = nil
  ) throws -> AzureMLRegistry {
    let environment = service.environment.merging(changes) { _, given in given }
    let curl = CurlTransport(configuration: try TransportConfiguration(azure: environment))
    return AzureMLRegistry(
      variables: AzureVariables(
        environment: environment.filter { !$0.value.isEmpty }, file: file),
      allowedHosts: AllowedHosts(),
      transport: RetryingTransport(
        wrapping: curl, observer: observer, clock: SleeplessClock()))
  }

  func answer(
    _ selector: RegistrySelector, of model: String = "revenue",
    in address: RegistryAddress = workspace, _ changes: [String: String] = [:]
  ) async throws -> RegistryAnswer {
    let reference = RegistryReference(address: address, model: model, selector: selector)
    let answers = try await registry(changes).answers(to: [reference])
    return answers[reference] ?? .failed(RegistryFailure(.misconfigured, "no answer"))
  }

  /// The requests beside those to sign in.
  func requests() async throws -> [String] {
    try await service.requests().filter { !$0.contains("/oauth2/") }
  }
}
