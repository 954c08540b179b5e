import RegisteredModels
import Testing

@testable import ModelRegistries

@Suite("MLmodel files and signatures")
struct MLmodelFileTests {
  private let text = """
    artifact_path: mlflow-artifacts:/0/models/m-1/artifacts
    flavors:
      python_function:
        loader_module: mlflow.xgboost
      xgboost:
        model_class: xgboost.core.Booster
    signature:
      inputs: '[{"type": "long", "name": "it''s", "required": true}, {"type": "string",
        "name": "city", "required": false}]'
      outputs: null
    """

  @Test("a file of MLflow's tells flavours, place and signature, folded lines included")
  func reads() throws {
    let file = try MLmodelFile(Array(text.utf8))
    #expect(file.artifactPath == "mlflow-artifacts:/0/models/m-1/artifacts")
    #expect(file.flavors.map(\.name) == ["python_function", "xgboost"])
    #expect(file.algorithm?.value == "xgboost.core.Booster")
    #expect(file.outputs == nil)
    let columns = SignatureColumns.columns(try #require(file.inputs))
    #expect(columns?.map(\.name) == ["it's", "city"])
    #expect(columns?.map(\.type) == [.long, .string])
    #expect(columns?.map(\.isRequired) == [true, false])
  }

  @Test(
    "the algorithm is a class, else a library, else the module that loads the model",
    arguments: [
      ("{python_function: {loader_module: mlflow.pyfunc.model}}", "mlflow.pyfunc.model"),
      ("{python_function: {loader_module: l}, sklearn: {sklearn_version: 1}}", "sklearn"),
      ("{lightgbm: {model_class: lightgbm.basic.Booster}}", "lightgbm.basic.Booster"),
      ("{}", nil), ("null", nil),
    ] as [(String, String?)])
  func algorithm(flavors: String, name: String?) throws {
    #expect(try MLmodelFile(Array("flavors: \(flavors)".utf8)).algorithm?.value == name)
  }

  @Test(
    "what is no mapping is no such file",
    arguments: ["", "- a", "just text", "{a: 1", "<!doctype html><html></html>"])
  func noFile(text: String) {
    #expect(throws: MLmodelGap("the MLmodel file is no YAML mapping")) {
      try MLmodelFile(Array(text.utf8))
    }
  }

  @Test("every type of a signature is known, tensors and unnamed columns too")
  func types() {
    let list = """
      [{"type":"boolean"},{"type":"integer","name":""},{"type":"float","name":"a"},
       {"type":"datetime","name":"b"},{"type":"binary","name":"c"},{"type":"any","name":"d"},
       {"type":"array","items":{"type":"long"},"name":"e"},{"type":"object","name":"f"},
       {"type":"map","name":"g"},{"type":"double","name":"h"},{"type":"quantum","name":"i"},
       {"type":"tensor","tensor-spec":{"dtype":"float32","shape":[-1,28]}}]
      """
    let columns = SignatureColumns.columns(list)
    #expect(
      columns?.map(\.type) == [
        .boolean, .integer, .float, .datetime, .binary, .any, .array, .object, .map, .double,
        .other("quantum"), .tensor("float32"),
      ])
    #expect(columns?.prefix(2).map(\.name) == [nil, nil])
    for broken in ["", "{}", "[1]", #"[{"name":"a"}]"#] {
      #expect(SignatureColumns.columns(broken) == nil)
    }
  }

  @Test("the history of a run is that of the version's own path, the last one there")
  func history() throws {
    let tag = """
      [{"artifact_path":"other","flavors":{"sklearn":{}}},
       {"artifact_path":"model","flavors":{"xgboost":{},"python_function":{}},
        "signature":{"inputs":"[]"}},
       {"artifact_path":"model","flavors":{"lightgbm":{}},"signature":{"inputs":[{"type":"long"}]}}]
      """
    let history = LogModelHistory(tag, source: "mlflow-artifacts:/0/r/artifacts/model")
    #expect(history?.flavors == ["lightgbm"])
    #expect(history?.inputs == #"[{"type":"long"}]"#)
    #expect(LogModelHistory(tag, source: "s3://elsewhere") == nil, "several could be meant")
    #expect(LogModelHistory("[{}]", source: nil)?.flavors == [])
    #expect(LogModelHistory("no json", source: nil) == nil)
    #expect(LogModelHistory(nil, source: nil) == nil)
  }

  @Test(
    "paths behind a server are found without any host that a URI names",
    arguments: [
      ("mlflow-artifacts:/1/a/model", "1/a/model"),
      ("mlflow-artifacts://evil.example:80/1/a", "1/a"),
      ("mlflow-artifacts:///1/a", "1/a"), ("mlflow-artifacts://evil.example", nil),
      ("s3://b/k", nil), ("mlflow-artifacts:/", nil),
    ] as [(String, String?)])
  func proxied(uri: String, path: String?) {
    #expect(ProxiedArtifact.path(of: uri) == path)
  }

  @Test(
    "a source of a run has the run and a path",
    arguments: [
      ("runs:/abc/model", "abc model"), ("runs:/abc/a/b", "abc a/b"), ("runs:/abc", nil),
      ("runs:/abc/", nil), ("models:/m/1", nil),
    ] as [(String, String?)])
  func runs(source: String, expected: String?) {
    #expect(RunSource.parts(of: source).map { "\($0.run) \($0.path)" } == expected)
  }
}
