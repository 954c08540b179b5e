import Foundation
import HTTPClient
import JSONDocuments
import TestSupport
import Testing

/// Plain calls of the REST API, as the administrator: what tests put into the registry.
extension RunningMLflow {
  /// A call that must succeed; its document.
  @discardableResult
  func call(
    _ method: HTTPMethod, _ path: String, _ body: JSON? = nil
  ) async throws -> JSON {
    let response = try await send(
      method, "\(url)/api/2.0/mlflow/\(path)", Array((body?.text() ?? "").utf8))
    return try JSON(parsing: response.body)
  }

  private func send(
    _ method: HTTPMethod, _ url: String, _ body: [UInt8], type: String = "application/json"
  ) async throws -> HTTPResponse {
    let credential = Data("\(Self.administrator):\(line.password)".utf8).base64EncodedString()
    let headers: HTTPHeaders = ["Content-Type": type, "Authorization": "Basic \(credential)"]
    let request = HTTPRequest(method, url, headers: headers, body: body.isEmpty ? nil : body)
    let response = try await transport().send(request)
    guard response.status == 200 else {
      let text = String(decoding: response.body, as: UTF8.self)
      throw MLflowFailure(description: "\(method) \(url): \(response.status) \(text)")
    }
    return response
  }

  /// Makes a registered model.
  func makeModel(_ name: String, description: String = "") async throws {
    try await call(
      .post, "registered-models/create",
      ["name": .string(name), "description": .string(description)])
  }

  /// Makes a version and answers its number.
  @discardableResult
  func makeVersion(
    of name: String, source: String = "s3://models.example.com/m", run: String = ""
  ) async throws -> String {
    let version = try await call(
      .post, "model-versions/create",
      ["name": .string(name), "source": .string(source), "run_id": .string(run)])
    return try #require(version["model_version"]?["version"]?.string)
  }

  /// Points an alias to a version.
  func setAlias(_ alias: String, of name: String, to version: String) async throws {
    try await call(
      .post, "registered-models/alias",
      ["name": .string(name), "alias": .string(alias), "version": .string(version)])
  }

  /// Moves a version into a stage.
  func setStage(_ stage: String, of name: String, version: String) async throws {
    try await call(
      .post, "model-versions/transition-stage",
      ["name": .string(name), "version": .string(version), "stage": .string(stage)])
  }

  /// Takes a version away.
  func deleteVersion(_ version: String, of name: String) async throws {
    try await call(
      .delete, "model-versions/delete", ["name": .string(name), "version": .string(version)])
  }

  /// Makes a finished run with parameters, metrics and tags, and answers its identifier.
  func makeRun(
    experiment: String = "0", parameters: [String: String] = [:], metrics: [String: JSON] = [:],
    tags: [String: String] = [:], status: String = "FINISHED", datasets: [JSON] = []
  ) async throws -> String {
    let made = try await call(
      .post, "runs/create", ["experiment_id": .string(experiment), "start_time": 1_700_000_000_000])
    let id = try #require(made["run"]?["info"]?["run_id"]?.string)
    func pairs(_ values: [String: String]) -> JSON {
      .array(values.sorted { $0.key < $1.key }.map { ["key": .string($0), "value": .string($1)] })
    }
    let values = metrics.sorted { $0.key < $1.key }.map { key, value -> JSON in
      ["key": .string(key), "value": value, "timestamp": 1_700_000_000_000, "step": 0]
    }
    try await call(
      .post, "runs/log-batch",
      [
        "run_id": .string(id), "params": pairs(parameters), "tags": pairs(tags),
        "metrics": .array(values),
      ])
    if !datasets.isEmpty {
      try await call(
        .post, "runs/log-inputs", ["run_id": .string(id), "datasets": .array(datasets)])
    }
    try await call(
      .post, "runs/update",
      ["run_id": .string(id), "status": .string(status), "end_time": 1_700_000_060_000])
    return id
  }

  /// Puts a file into the storage behind the server and answers the URI of its folder.
  func store(_ text: String, at path: String, in folder: String) async throws -> String {
    _ = try await send(
      .put, "\(url)/api/2.0/mlflow-artifacts/artifacts/\(folder)/\(path)", Array(text.utf8),
      type: "application/octet-stream")
    return "mlflow-artifacts:/\(folder)"
  }
}
