import HTTPClient
import MLflowAPI
import TestSupport
import Testing

@Suite("What MLflow says of models and runs", .timeLimit(.minutes(1)))
struct ReadingTests {
  private let version = """
    {"name":"m","version":"2","creation_timestamp":1795284053959,"current_stage":"None",
     "description":"","source":"models:/m-bf306857de704b74a77c174633839263","run_id":"",
     "status":"READY","run_link":"","tags":[{"key":"a","value":"b"}],"aliases":["x"]}
    """

  @Test(
    "names are encoded completely",
    arguments: [
      ("plus+name", "plus%2Bname"), ("a b", "a%20b"), ("a%2Fb", "a%252Fb"),
      ("q?#&=;", "q%3F%23%26%3D%3B"),
      ("é\n\"'", "%C3%A9%0A%22%27"),
    ])
  func encoding(name: String, encoded: String) async throws {
    let server = ScriptedServer(answers: [[.json(404, #"{"error_code":"NOT_FOUND"}"#)]])
    defer { server.stop() }
    _ = try? await client(of: server).registeredModel(named: name)
    let targets = server.requests.map(\.target)
    #expect(targets == ["/api/2.0/mlflow/registered-models/get?name=\(encoded)"])
  }

  @Test("the address may have a path, which stands before every route")
  func prefix() async throws {
    let server = ScriptedServer(answers: [[.json(404, #"{"error_code":"NOT_FOUND"}"#)]])
    defer { server.stop() }
    let client = try client(of: server, path: "/ml/flow")
    _ = try? await client.registeredModel(named: "m")
    _ = try? await client.file("MLmodel", ofVersion: "1", of: "m")
    _ = try? await client.proxiedFile("/1/a b/MLmodel")
    #expect(
      server.requests.map(\.target) == [
        "/ml/flow/api/2.0/mlflow/registered-models/get?name=m",
        "/ml/flow/model-versions/get-artifact?name=m&version=1&path=MLmodel",
        "/ml/flow/api/2.0/mlflow-artifacts/artifacts/1/a%20b/MLmodel",
      ])
  }

  @Test("empty texts and the stage None count as not given")
  func version() async throws {
    let (found, _) = try await result([.json(200, #"{"model_version":\#(version)}"#)]) {
      try await $0.modelVersion("2", of: "m")
    }
    #expect(found.description == nil && found.runID == nil && found.currentStage == nil)
    #expect(found.status == .ready && found.number == 2)
    #expect(found.loggedModelID == "m-bf306857de704b74a77c174633839263")
    #expect(found.tags == ["a": "b"] && found.aliases == ["x"])
    #expect(found.creationTimestamp == 1_795_284_053_959)
  }

  @Test(
    "only a source that names a logged model is taken for one",
    arguments: ["models:/m-1/2", "models:/m-bf306857de704b74a77c17463383926g", "s3://models:/m-x"])
  func noLoggedModel(source: String) async throws {
    let body = version.replacing("models:/m-bf306857de704b74a77c174633839263", with: source)
    let (found, _) = try await result([.json(200, #"{"model_version":\#(body)}"#)]) {
      try await $0.modelVersion("2", of: "m")
    }
    #expect(found.loggedModelID == nil)
  }

  @Test(
    "metrics keep their spelling, and what JSON has no number for its name",
    arguments: [
      ("0.50", "0.50"), ("3.0", "3.0"), ("1e-7", "1e-7"), ("\"NaN\"", "NaN"),
      ("1.7976931348623157e+308", "Infinity"), ("-1.7976931348623157e+308", "-Infinity"),
    ])
  func metrics(value: String, text: String) async throws {
    let body = """
      {"run":{"info":{"run_id":"r","status":"FINISHED","lifecycle_stage":"active"},
       "data":{"metrics":[{"key":"k","value":\(value),"step":9007199254740993}]}}}
      """
    let (run, _) = try await result([.json(200, body)]) { try await $0.run("r") }
    #expect(run.metrics.map(\.value) == [text])
    #expect(run.metrics.map(\.step) == [9_007_199_254_740_993])
  }

  @Test("a run tells its datasets with what they were read for")
  func datasets() async throws {
    let body = """
      {"run":{"info":{"run_uuid":"r","lifecycle_stage":"deleted","status":"ODD"},
       "inputs":{"dataset_inputs":[
        {"tags":[{"key":"mlflow.data.context","value":"training"}],
         "dataset":{"name":"n","digest":"d","source_type":"local","source":"{}"}},
        {"dataset":{"name":"","source_type":"code","source":"not json"}}]}}}
      """
    let (run, targets) = try await result([.json(200, body)]) { try await $0.run("r") }
    #expect(targets == ["/api/2.0/mlflow/runs/get?run_id=r"])
    #expect(run.isDeleted && run.status == .other("ODD"))
    #expect(run.datasets.map(\.context) == ["training", nil])
    #expect(run.datasets.map(\.source) == ["{}", "not json"])
  }

  @Test("a prompt is told from a model")
  func prompt() async throws {
    let tags = #"[{"key":"mlflow.prompt.is_prompt","value":"true"}]"#
    let body =
      #"{"registered_model":{"name":"p","tags":\#(tags),"aliases":[{"alias":"a","version":"1"}]}}"#
    let (model, _) = try await result([.json(200, body)]) {
      try await $0.registeredModel(named: "p")
    }
    #expect(model.isPrompt)
    #expect(model.aliases == ["a": "1"])
  }

  @Test("an answer about something else is not believed, and both names are told")
  func otherThings() async throws {
    let version = #"{"model_version":{"name":"NAME","version":"3"}}"#
    let asked: [(String, @Sendable (MLflowClient) async throws -> Void)] = [
      (#"{"registered_model":{"name":"b"}}"#, { _ = try await $0.registeredModel(named: "a") }),
      (version, { _ = try await $0.modelVersion("3", of: "a") }),
      (
        version.replacing("NAME", with: "a"), { _ = try await $0.modelVersion("2", of: "a") }
      ),
      (#"{"run":{"info":{"run_id":"b"}}}"#, { _ = try await $0.run("a") }),
      (#"{"experiment":{"experiment_id":"b"}}"#, { _ = try await $0.experiment("a") }),
      (#"{"model":{"info":{"model_id":"b"}}}"#, { _ = try await $0.loggedModel("a") }),
      (
        #"{"registered_model":{"name":"a","latest_versions":[{"name":"b","version":"1"}]}}"#,
        { _ = try await $0.registeredModel(named: "a") }
      ),
    ]
    let told = [
      "the registered model `a`, it answers with `b`",
      "the version of the model `a`, it answers with `NAME`",
      "the version `2`, it answers with `3`", "the run `a`, it answers with `b`",
      "the experiment `a`, it answers with `b`", "the logged model `a`, it answers with `b`",
      "the registered model `a`, it answers with `b`",
    ]
    for ((body, ask), told) in zip(asked, told) {
      let error = await #expect(throws: MLflowError.self) {
        _ = try await result([.json(200, body)]) { try await ask($0) }
      }
      #expect(error?.description == "asked for \(told): that is not the MLflow API")
    }
  }

  @Test("a name that differs in letter case alone is left to whoever asked")
  func letterCase() async throws {
    let (model, _) = try await result([.json(200, #"{"registered_model":{"name":"Rev"}}"#)]) {
      try await $0.registeredModel(named: "rev")
    }
    #expect(model.name == "Rev")
  }

  @Test("Unity Catalog has paths of its own")
  func unityCatalog() async throws {
    let version = version.replacing(#""name":"m""#, with: #""name":"a.b.c""#)
    let answers = [
      #"{"registered_model":{"name":"a.b.c"}}"#, #"{"model_version":\#(version)}"#,
      #"{"artifact_uri":"s3://b"}"#, "{}", "{}",
    ]
    let (_, targets) = try await result(answers.map { .json(200, $0) }, registry: .unityCatalog) {
      _ = try await $0.registeredModel(named: "a.b.c")
      _ = try await $0.modelVersion("2", of: "a.b.c")
      _ = try await $0.downloadURI(ofVersion: "2", of: "a.b.c")
      try await $0.searchRegisteredModels { _ in .more }
      try await $0.searchModelVersions(of: "a.b.c") { _ in .more }
    }
    let base = "/api/2.0/mlflow/unity-catalog"
    #expect(
      targets == [
        "\(base)/registered-models/get?name=a.b.c",
        "\(base)/model-versions/get?name=a.b.c&version=2",
        "\(base)/model-versions/get-download-uri?name=a.b.c&version=2",
        "\(base)/registered-models/search?max_results=1000",
        "\(base)/model-versions/search?max_results=1000&filter=name%20%3D%20%27a.b.c%27",
      ])
  }
}
