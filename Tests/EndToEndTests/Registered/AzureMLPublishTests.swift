import Diagnostics
import JSONDocuments
import Publishing
import Reconciler
import RegisteredModels
import TestSupport
import Testing

@Suite("Publishing what a stand-in for Azure ML knows", .timeLimit(.minutes(5)))
struct AzureMLPublishTests {
  @Test("a version of a workspace is published with its stage; a second publish writes nothing")
  func workspace() async throws {
    let service = try await RunningAzureService()
    let workspace =
      "/subscriptions/6f1c2d3e-0000-4000-8000-000000000001/resourceGroups/rg-1/providers/Microsoft.MachineLearningServices"
      + "/workspaces/ws-1"
    for (name, properties) in [
      ("models/revenue", ["description": "Revenue of a restaurant"] as JSON),
      (
        "models/revenue/versions/3",
        [
          "modelUri": "azureml://d/3", "stage": "Production",
          "flavors": ["python_function": ["data": [:]], "sklearn": ["data": [:]]],
        ]
      ),
    ] {
      try await service.control(
        "put", ["path": .string("\(workspace)/\(name)"), "body": ["properties": properties]])
    }
    var environment = service.environment
    environment["AZURE_SUBSCRIPTION_ID"] = "6f1c2d3e-0000-4000-8000-000000000001"
    let catalog = try await SampleCatalog()
    for property in RegistryProperty.allCases { try await catalog.define(property.name, "string") }
    let project = try Project(
      """
      name: Revenue Predictions
      registry:
        azureml: {model: revenue, label: latest}
      """ + "\n")
    try project.write(
      "registry: {azureml: {resourceGroup: rg-1, workspace: ws-1}}\n", to: "mlcatalog.yaml")
    let result = try await catalog.publish(project, registry: environment)
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.models[0].registered?.version == "3")
    let model = try await catalog.model(fields: "extension")
    #expect(model["description"] == "Revenue of a restaurant")
    #expect(model["mlStore"]?["storage"] == "azureml://d/3")
    #expect(model["extension"]?["mlModelVersion"] == "3")
    #expect(model["extension"]?["mlStage"] == "Production")
    #expect(
      model["extension"]?["mlRegistry"]
        == "azureml://subscriptions/6f1c2d3e-0000-4000-8000-000000000001/resourceGroups/rg-1/workspaces/ws-1"
    )
    let origins = result.models[0].plan?.changes.map(\.origin.description) ?? []
    #expect(origins.allSatisfy { $0.hasPrefix("azureml:\(workspace)") }, "\(origins)")
    let again = try await catalog.publish(project, registry: environment)
    #expect(again.requests.writes == 0, "\(again.told)")

    let gated = try await catalog.publish(project, registry: environment) {
      $0.requiredAlias = "champion"
    }
    #expect(gated.outcome.status == .findings)
    #expect(gated.told.contains("knows no aliases"), "\(gated.told)")
    let staged = try await catalog.check(project, registry: environment) {
      $0.requiredStage = "Production"
    }
    #expect(staged.outcome.status == .success, "\(staged.told)")
  }

  @Test("a place that nobody names is a matter of settings, and nothing is asked")
  func unnamed() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      "name: Revenue Predictions\nalgorithm: A\nregistry: {azureml: {model: m, label: latest}}\n")
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .configuration, "\(result.told)")
    #expect(result.told.contains("no subscription of Azure ML is named"), "\(result.told)")
    #expect(result.requests.registries == 0)
    #expect(result.requests.writes == 0)
  }
}
