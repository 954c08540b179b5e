import Diagnostics
import ModelManifests
import Publishing
import Testing

@Suite("Registered models on the command line")
struct RegisteredModelNameTests {
  private static let azure =
    "azureml:/subscriptions/6f1c2d3e-0000-4000-8000-000000000001/resourceGroups/ml/providers/"
    + "Microsoft.MachineLearningServices"

  private func values(_ text: String, _ keys: [String]) throws -> [String?] {
    let registry = try RegisteredModelName(parsing: text).registry
    return keys.map { registry.value(of: $0)?.value }
  }

  @Test(
    "MLflow's models are named by alias or by version, with or without the scheme of its URIs",
    arguments: [
      ("mlflow:revenue@champion", ["revenue", "champion", nil]),
      ("mlflow:models:/revenue@champion", ["revenue", "champion", nil]),
      ("mlflow:a.b.c/7", ["a.b.c", nil, "7"]),
      ("mlflow:revenue/latest", ["revenue", nil, "latest"]),
      ("mlflow:joe@example/x@y", ["joe@example/x", "y", nil]),
    ])
  func mlflow(_ text: String, _ expected: [String?]) throws {
    #expect(try values(text, ["model", "alias", "version"]) == expected)
  }

  @Test("Azure's ids are taken as Azure shows them, of workspaces and of registries")
  func azureML() throws {
    let keys = [
      "subscription", "resourceGroup", "workspace", "registry", "model", "version", "label",
    ]
    let id = "6f1c2d3e-0000-4000-8000-000000000001"
    #expect(
      try values("\(Self.azure)/workspaces/prod/models/revenue/versions/1.10", keys)
        == [id, "ml", "prod", nil, "revenue", "1.10", nil])
    #expect(
      try values("\(Self.azure)/registries/all/models/revenue/labels/latest", keys)
        == [id, "ml", nil, "all", "revenue", nil, "latest"])
  }

  @Test(
    "a name of which one side is missing is told which",
    arguments: [
      ("mlflow:@champion", "`mlflow:@champion` names no model: nothing stands before the `@`"),
      ("mlflow:/7", "`mlflow:/7` names no model: nothing stands before the `/`"),
      ("mlflow:revenue@", "`mlflow:revenue@` names no alias: nothing stands after the `@`"),
      ("mlflow:revenue/", "`mlflow:revenue/` names no version: nothing stands after the `/`"),
      ("mlflow:", "`mlflow:` names no model"),
      ("mlflow:revenue", "nothing chooses a version of `revenue`"),
    ])
  func halfNamed(_ text: String, _ message: String) {
    let problem = #expect(throws: RegisteredModelName.Problem.self) {
      try RegisteredModelName(parsing: text)
    }
    #expect(problem?.message == message)
  }

  @Test(
    "what names no version is refused, with what helps",
    arguments: [
      "revenue@champion", "mlflow:a/b",
      "mlflow:revenue@latest", "azureml:revenue@latest",
      azure + "/workspaces/prod/models/revenue/versions/latest",
      azure + "/workspaces/prod/datasets/revenue/versions/1",
    ])
  func refused(_ text: String) {
    let problem = #expect(throws: RegisteredModelName.Problem.self) {
      try RegisteredModelName(parsing: text)
    }
    #expect(problem?.hint.isEmpty == false)
  }
}
