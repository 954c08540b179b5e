import Foundation
import HTTPClient
import JSONDocuments
import Publishing
import Reconciler

/// A model with versions in a real MLflow, and a project that publishes it.
struct RegisteredProject {
  let server: RunningMLflow
  let catalog: SampleCatalog
  let project: Project
  /// The registered model's name, which no other test has.
  let model = "revenue-\(UUID().uuidString.prefix(8))"

  /// Makes the catalog with the custom properties for what registries know, and an empty
  /// registered model.
  init(_ line: MLflowLine) async throws {
    server = try await SharedMLflow.server(line)
    catalog = try await SampleCatalog()
    project = try Project("name: unused\n")
    for property in RegistryProperty.allCases { try await catalog.define(property.name, "string") }
    try await server.makeModel(model, description: "Predicts revenue.")
    try project.write(
      "registry: {tables: {public: demo_pg.postgres.public}}\n", to: "mlcatalog.yaml")
  }

  /// Registers a version that a run of its own made, and answers the run.
  @discardableResult
  func register(
    eta: String = "0.25", rmse: String = "0.5", inputs: String = RegisteredProject.inputs,
    status: String = "FINISHED", table: String? = "public.orders"
  ) async throws -> String {
    let history = """
      [{"artifact_path": "model", "flavors": {"python_function": {}, "xgboost": {}},
        "signature": {"inputs": \(JSON.string(inputs).text()), "outputs":
          "[{\\"type\\": \\"double\\", \\"name\\": \\"revenue\\"}]"}}]
      """
    let run = try await server.makeRun(
      parameters: ["eta": eta, "max_depth": "6", "booster": "None"],
      metrics: ["rmse": .number(JSONNumber(lexeme: rmse))],
      tags: [
        "mlflow.log-model.history": history, "mlflow.source.git.commit": "c0ffee",
        "estimator_name": "XGBRegressor",
      ], status: status, datasets: table.map { [Self.dataset($0)] } ?? [])
    try await server.makeVersion(of: model, source: "s3://models.example.com/model", run: run)
    return run
  }

  static let inputs =
    #"[{"type": "long", "name": "order_id"}, {"type": "string", "name": "persona"}]"#

  private static func dataset(_ table: String) -> JSON {
    [
      "tags": [["key": "mlflow.data.context", "value": "training"]],
      "dataset": [
        "name": .string(table), "digest": "d1", "source_type": "spark",
        "source": .string(#"{"table_name":"\#(table)"}"#),
        "schema": #"{"mlflow_colspec":[{"type":"long","name":"order_id","required":true}]}"#,
      ],
    ]
  }

  /// Writes the manifest: what chooses the version, then other lines.
  func write(_ selector: String = "alias: champion", _ lines: String = "") throws {
    try project.write(
      """
      name: Revenue Predictions
      registry:
        mlflow:
          model: \(model)
          \(selector)
      \(lines)
      """ + "\n")
  }

  /// What the operator says about the registry.
  var environment: [String: String] { ["MLFLOW_TRACKING_URI": server.url] }

  func check(
    _ configure: (inout PublishOptions) -> Void = { _ in }
  ) async throws -> RunResult {
    try await catalog.check(project, registry: environment, configure)
  }

  func publish(
    _ configure: (inout PublishOptions) -> Void = { _ in }
  ) async throws -> RunResult {
    try await catalog.publish(project, registry: environment, configure)
  }

  /// A custom property of the published model.
  func property(_ property: RegistryProperty) async throws -> String? {
    try await catalog.model(fields: "extension")["extension"]?[property.name]?.string
  }

  /// What a person sees of a run of the program, with names that do not change from run to run.
  func shown(_ arguments: [String], runs: [String] = []) async throws -> String {
    var process = PublisherProcess(project, host: catalog.host, token: catalog.token)
    process.environment.merge(environment) { $1 }
    let outcome = try await process.start(["publish"] + arguments).outcome()
    var text = "\(outcome.everything)exit \(outcome.status)\n"
      .replacing(server.url, with: "http://mlflow").replacing(catalog.host, with: "http://catalog")
      .replacing(model, with: "revenue")
      .replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "id")
    for (index, run) in runs.enumerated() { text = text.replacing(run, with: "run\(index + 1)") }
    return text
  }
}
