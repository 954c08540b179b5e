import HTTPClient
import JSONDocuments
import ModelRegistries
import RegisteredModels
import Testing

@Suite("What a real MLflow knows of a version", .serialized, .timeLimit(.minutes(5)))
struct MLflowVersionTests {
  @Test(
    "a version that MLflow's own client logged tells run, parameter, signature and storage",
    arguments: MLflowLine.installed)
  func logged(line: MLflowLine) async throws {
    let server = try await SharedMLflow.server(line)
    let made = try await server.register("logged", strength: "0.25", signatureInTag: false)
    let asked = try await RegistryAsked("logged", .latest, of: server)
    let version = try asked.version
    #expect(version.status == .ready)
    #expect(version.hasAliases && version.hasStages)
    #expect(version.signature?.inputs.map(\.name) == ["rating", "city"])
    #expect(version.signature?.inputs.map(\.type) == [.long, .string])
    #expect(version.signature?.outputs.map(\.type) == [.double])
    #expect(version.signature?.origin == "mlflow:models:/logged/1#MLmodel.signature.inputs")
    #expect(version.target == nil, "the output has no name")
    let run = try #require(version.run)
    #expect(run.status == .finished && !run.isDeleted)
    #expect(run.url == "\(server.url)/#/experiments/0/runs/\(run.id)")
    #expect(version.parameters.map(\.name) == ["regularisation"])
    #expect(version.parameters.first?.value.value == "0.25")
    #expect(
      version.parameters.first?.value.origin == "mlflow:runs:/\(run.id)#params.regularisation")
    #expect(version.algorithm?.value == "mlflow.pyfunc.model")
    #expect(version.gaps == [])
    let uri = try await server.call(
      .get, "model-versions/get-download-uri?name=logged&version=1")["artifact_uri"]
    #expect(version.storage?.value == uri?.string)
    // Line 3 keeps models outside of the run.
    let inRun = version.storage?.value == (made["artifacts"]?.string).map { $0 + "/model" }
    #expect(inRun == (line == .line2))
    #expect(asked.requests <= 6)
  }

  @Test(
    "runs that are gone, failed or nested, and copies of versions", arguments: MLflowLine.installed)
  func runs(line: MLflowLine) async throws {
    let server = try await SharedMLflow.server(line)
    try await server.makeModel("runs")
    let parent = try await server.makeRun()
    let nested = try await server.makeRun(
      parameters: ["depth": "6"], tags: ["mlflow.parentRunId": parent])
    let failed = try await server.makeRun(status: "FAILED")
    let deleted = try await server.makeRun(parameters: ["eta": "0.2"])
    for run in [nested, failed, deleted] { try await server.makeVersion(of: "runs", run: run) }
    try await server.makeVersion(of: "runs", run: "doesnotexist")
    try await server.makeVersion(of: "runs")
    // Line 3 wants the run of what is copied, line 2 takes none.
    try await server.makeVersion(
      of: "runs", source: "models:/runs/1", run: line == .line3 ? nested : "")
    try await server.call(.post, "runs/delete", ["run_id": .string(deleted)])
    func version(_ number: Int) async throws -> RegisteredVersion {
      try await RegistryAsked("runs", .version(String(number)), of: server).version
    }
    #expect(try await version(1).parameters.map(\.name) == ["depth"])
    #expect(try await version(2).run?.status == .failed)
    let third = try await version(3)
    #expect(third.run?.isDeleted == true)
    #expect(third.parameters.map(\.name) == ["eta"])
    let fourth = try await version(4)
    #expect(fourth.run == nil)
    #expect(fourth.gaps.first { $0.subject == .run }?.message.contains("doesnotexist") == true)
    let fifth = try await version(5)
    #expect(fifth.gaps.contains(RegistryGap(.run, "the version names no run")))
    let copy = try await version(6)
    #expect(copy.run?.id == (line == .line3 ? nested : nil))
    #expect(copy.storage?.value == "s3://models.example.com/m")
  }

  @Test("metrics, datasets, tags, commit and notes of a run", arguments: MLflowLine.installed)
  func everything(line: MLflowLine) async throws {
    let server = try await SharedMLflow.server(line)
    let experiment = try await server.call(
      .post, "experiments/create", ["name": .string("noted \(line.rawValue)")])
    let id = try #require(experiment["experiment_id"]?.string)
    try await server.call(
      .post, "experiments/set-experiment-tag",
      ["experiment_id": .string(id), "key": "mlflow.note.content", "value": "Of the experiment."])
    let run = try await server.makeRun(
      experiment: id, parameters: ["b": "None", "a": "0.20"],
      metrics: [
        "rmse": .number(JSONNumber(lexeme: "1.5")), "nan": "NaN", "infinite": "Infinity", "n": 3,
      ],
      tags: [
        "mlflow.source.git.commit": "0123abc", "estimator_class": "sklearn.linear_model.Ridge",
        "mlflow.user": "ann", "team": "ml",
      ],
      datasets: [
        [
          "tags": [["key": "mlflow.data.context", "value": "training"]],
          "dataset": [
            "name": "orders@v3", "digest": "d1", "source_type": "delta_table",
            "source": #"{"delta_table_name":"prod.sales.orders","delta_table_version":3}"#,
            "schema": #"{"mlflow_colspec":[{"type":"long","name":"rating","required":true}]}"#,
          ],
        ]
      ])
    try await server.makeModel("everything")
    try await server.call(
      .post, "registered-models/set-tag",
      ["name": "everything", "key": "domain", "value": "sales"])
    try await server.makeVersion(of: "everything", run: run)
    try await server.call(
      .post, "model-versions/set-tag",
      ["name": "everything", "version": "1", "key": "tier", "value": "gold"])
    let asked = try await RegistryAsked("everything", .latest, of: server)
    let version = try asked.version
    #expect(asked.requests <= 6)
    #expect(version.description?.value == "Of the experiment.")
    #expect(version.description?.origin == "mlflow:experiments:/\(id)#tags.mlflow.note.content")
    #expect(version.parameters.map { "\($0.name)=\($0.value.value)" } == ["a=0.20", "b=None"])
    #expect(
      version.metrics.map { "\($0.name)=\($0.value.value)" }
        == ["infinite=Infinity", "n=3.0", "nan=NaN", "rmse=1.5"])
    #expect(version.gitCommit?.value == "0123abc")
    #expect(version.algorithm?.value == "sklearn.linear_model.Ridge")
    #expect(version.run?.user == "ann")
    #expect(version.run?.startedAt == 1_700_000_000_000)
    #expect(version.run?.endedAt == 1_700_000_060_000)
    let dataset = try #require(version.datasets.first)
    #expect(dataset.source == .table(["prod", "sales", "orders"], isCertain: true))
    #expect(dataset.isForTraining && dataset.columns.map(\.name) == ["rating"])
    #expect(
      version.tags.map { "\($0.carrier) \($0.key)=\($0.value.value)" }
        == [
          "model domain=sales", "version tier=gold",
          "run estimator_class=sklearn.linear_model.Ridge", "run team=ml",
        ])
  }

  @Test(
    "the signature of early clients is found in the run's history when no file is to be had",
    arguments: MLflowLine.installed)
  func history(line: MLflowLine) async throws {
    let server = try await SharedMLflow.server(line)
    let history = """
      [{"artifact_path": "model", "flavors": {"python_function": {}, "lightgbm": {}},
        "signature": {"inputs": "[{\\"type\\": \\"string\\", \\"name\\": \\"city\\"}]"}}]
      """
    let run = try await server.makeRun(tags: ["mlflow.log-model.history": history])
    try await server.makeModel("early")
    try await server.makeVersion(of: "early", source: "s3://models.example.com/model", run: run)
    let version = try await RegistryAsked("early", .latest, of: server).version
    #expect(version.signature?.inputs.map(\.name) == ["city"])
    #expect(version.signature?.origin == "mlflow:runs:/\(run)#tags.mlflow.log-model.history.inputs")
    #expect(version.algorithm?.value == "lightgbm")
    #expect(version.gaps == [])
  }
}
