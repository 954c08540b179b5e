import FullyQualifiedNames

/// Files of models, as far as the server itself hands them out.
///
/// None of these calls leaves the server: where a file is elsewhere, no credential follows it.
extension MLflowClient {
  /// A file of a version.
  ///
  /// The one call that works for most kinds of storage. Servers answer 500 for a version that was
  /// registered as `runs:/…` and keeps its files behind the server.
  public func file(
    _ path: String, ofVersion version: String, of name: String
  ) async throws(MLflowError) -> [UInt8] {
    try await content(
      "model-versions/get-artifact",
      query: [("name", name), ("version", version), ("path", path)])
  }

  /// A file of a run.
  public func file(_ path: String, ofRun run: String) async throws(MLflowError) -> [UInt8] {
    try await content("get-artifact", query: [("run_id", run), ("path", path)])
  }

  /// A file of a logged model (MLflow 3).
  public func file(
    _ path: String, ofLoggedModel id: String
  ) async throws(MLflowError) -> [UInt8] {
    try await content(
      "ajax-api/2.0/mlflow/logged-models/\(PercentEncoding.segment(id))/artifacts/files",
      query: [("artifact_file_path", path)])
  }

  /// A file in the storage behind the server, by the path that `mlflow-artifacts:` URIs have.
  ///
  /// - Throws: ``MLflowError/invalidAnswer(_:)``, before anything is sent, for a path with `.` or
  ///   `..` in it: a gateway would take the credential out of the storage to another route.
  public func proxiedFile(_ path: String) async throws(MLflowError) -> [UInt8] {
    let parts = path.split(separator: "/")
    guard !parts.contains("."), !parts.contains("..") else {
      throw .invalidAnswer("the path of an artifact leads out of the storage")
    }
    let segments = parts.map { PercentEncoding.segment(String($0)) }
    return try await content(
      "api/2.0/mlflow-artifacts/artifacts/\(segments.joined(separator: "/"))")
  }

  /// Where the files of a version are, whatever it was registered from.
  public func downloadURI(
    ofVersion version: String, of name: String
  ) async throws(MLflowError) -> String {
    let path = registry.pathPrefix + "model-versions/get-download-uri"
    let answer = try await get(path, [("name", name), ("version", version)])
    return try answer.requiredText("artifact_uri")
  }
}
