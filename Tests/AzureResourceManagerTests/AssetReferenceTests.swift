import AzureResourceManager
import Testing

@Suite("References to assets of Azure Machine Learning")
struct AssetReferenceTests {
  @Test(
    "every spelling of a version in the workspace means the same",
    arguments: [
      "azureml:Revenue:3", "AzureML:revenue:3",
      "/subscriptions/s/resourcegroups/r/providers/Microsoft.MachineLearningServices/workspaces/w"
        + "/models/revenue/versions/3",
      "/SUBSCRIPTIONS/s/resourceGroups/r/providers/x/workspaces/w/Models/Revenue/Versions/3",
      "azureml://locations/westeurope/workspaces/0f3a/models/revenue/versions/3",
    ])
  func workspace(text: String) {
    #expect(AssetReference(text, kind: .model)?.isWorkspace("revenue", "3") == true)
  }

  @Test("a registry's version is not the workspace's")
  func registry() {
    let reference = AssetReference(
      "azureml://registries/contoso/models/revenue/versions/3", kind: .model)
    #expect(reference?.registry == "contoso")
    #expect(reference?.isWorkspace("revenue", "3") == false)
  }

  @Test(
    "other texts mean no version",
    arguments: [
      "", "revenue:3", "azureml:revenue", "azureml:revenue@latest", "azureml::3", "azureml:a:",
      "azureml://datastores/d/paths/a:b", "/models/revenue/versions", "/data/revenue/versions/3",
    ])
  func others(text: String) { #expect(AssetReference(text, kind: .model) == nil) }
}
