import HTTPClient
import JSONDocuments
import MLflowAPI
import RegisteredModels
import TestSupport
import Testing

@testable import ModelRegistries

@Suite("Datasets of MLflow runs", .timeLimit(.minutes(1)))
struct DatasetReadingTests {
  /// The dataset as MLflow's REST API tells it.
  private func input(
    _ type: String, _ source: String, name: String = "n", schema: String? = nil
  ) async throws -> DatasetInput {
    var dataset: JSON = [
      "name": .string(name), "source_type": .string(type), "source": .string(source),
    ]
    if let schema, case .object(var object) = dataset {
      object["schema"] = .string(schema)
      dataset = .object(object)
    }
    let run: JSON = [
      "run": [
        "info": ["run_id": "r"],
        "inputs": [
          "dataset_inputs": [
            ["dataset": dataset, "tags": [["key": "mlflow.data.context", "value": "train"]]]
          ]
        ],
      ]
    ]
    let server = ScriptedServer(answers: [[.json(200, run.text())]])
    defer { server.stop() }
    let client = MLflowClient(
      server: try ServerURL(parsing: server.url), credential: nil, transport: CurlTransport(),
      redactor: Redactor([]))
    let found = try #require(try await client.run("r").datasets.first)
    return DatasetReading.input(found, origin: "here")
  }

  @Test(
    "tables, queries and everything else are told apart",
    arguments: [
      (
        "delta_table", #"{"delta_table_name":"prod.sales.orders","delta_table_version":12}"#,
        DatasetInput.Source.table(["prod", "sales", "orders"], isCertain: true)
      ),
      (
        "delta_table", #"{"delta_table_name":"`a.b`.orders"}"#,
        .table(["a.b", "orders"], isCertain: true)
      ),
      ("delta_table", #"{"path":"s3://b/k"}"#, .other(type: "delta_table", location: "s3://b/k")),
      (
        "spark", #"{"table_name":"analytics.orders"}"#,
        .table(["analytics", "orders"], isCertain: true)
      ),
      ("spark", #"{"sql":"SELECT 1"}"#, .query("SELECT 1")),
      ("spark", #"{"path":"/d"}"#, .other(type: "spark", location: "/d")),
      (
        "databricks-uc-table", #"{"table_name":"c.s.t"}"#, .table(["c", "s", "t"], isCertain: true)
      ),
      (
        "http", #"{"url":"https://ann:s3cret@h.example/d.csv?sig=s3cret"}"#,
        .other(type: "http", location: "https://h.example/d.csv")
      ),
      ("s3", #"{"uri":"s3://b/k"}"#, .other(type: "s3", location: "s3://b/k")),
      (
        "local", #"{"uri":"analytics.sales.orders"}"#,
        .table(["analytics", "sales", "orders"], isCertain: false)
      ),
      ("local", #"{"uri":"SELECT * FROM orders"}"#, .query("SELECT * FROM orders")),
      (
        "local", #"{"uri":"/data/orders.csv"}"#, .other(type: "local", location: "/data/orders.csv")
      ),
      ("local", #"{"uri":"orders.csv"}"#, .other(type: "local", location: "orders.csv")),
      ("local", #"{"uri":"orders"}"#, .other(type: "local", location: "orders")),
      ("code", #"{"tags":{"mlflow.user":"root"}}"#, .other(type: "code", location: nil)),
      ("hugging_face", #"{"path":"org/data"}"#, .other(type: "hugging_face", location: "org/data")),
      ("plugin", "not json", .other(type: "plugin", location: nil)),
      ("delta_table", "", .other(type: "delta_table", location: nil)),
    ])
  func sources(type: String, source: String, expected: DatasetInput.Source) async throws {
    let input = try await input(type, source)
    #expect(input.source == expected)
    #expect(input.isForTraining)
    #expect(input.origin == "here")
  }

  @Test("a name with its version stands for a table that the source does not name")
  func byName() async throws {
    let input = try await input("delta_table", "not json", name: "prod.sales.orders@v12")
    #expect(input.source == .table(["prod", "sales", "orders"], isCertain: false))
  }

  @Test("columns come from the schema of tables, and from nothing else")
  func columns() async throws {
    let schema = #"{"mlflow_colspec":[{"type":"long","name":"rating","required":true}]}"#
    let table = try await input("code", "{}", schema: schema)
    #expect(table.columns.map(\.name) == ["rating"])
    let tensor = try await input("code", "{}", schema: #"{"mlflow_tensorspec":{}}"#)
    #expect(tensor.columns.isEmpty)
  }
}
