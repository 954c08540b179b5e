import FullyQualifiedNames

/// Logged models, which came with MLflow 3.
extension MLflowClient {
  /// A logged model.
  ///
  /// - Throws: ``MLflowError/notFound(_:)`` when there is none; a server of line 2 answers with a
  ///   page, which is ``MLflowError/notTheAPI(_:)``.
  public func loggedModel(_ id: String) async throws(MLflowError) -> LoggedModel {
    let answer = try await get("logged-models/\(PercentEncoding.segment(id))")
    return try LoggedModel(try answer.requiredObject("model"))
  }
}
