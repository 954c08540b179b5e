import FullyQualifiedNames
import JSONDocuments

/// Logged models, which came with MLflow 3.
extension MLflowClient {
  /// A logged model.
  ///
  /// - Throws: ``MLflowError/notFound(_:)`` when there is none; a server of line 2 answers with a
  ///   page, which is ``MLflowError/notTheAPI(_:)``.
  public func loggedModel(_ id: String) async throws(MLflowError) -> LoggedModel {
    let answer = try await get("logged-models/\(PercentEncoding.segment(id))")
    let model = try LoggedModel(try answer.requiredObject("model"))
    try AnswerMatch.check(model.id, is: id, "logged model")
    return model
  }

  /// The logged models with these identifiers; those that are not there are left out.
  ///
  /// - Parameters:
  ///   - ids: The identifiers; ones that hold a quote are left out.
  ///   - experiments: Where to look: MLflow finds nothing without.
  public func loggedModels(
    _ ids: [String], inExperiments experiments: [String]
  ) async throws(MLflowError) -> [LoggedModel] {
    let names = ids.compactMap { $0.contains("\"") ? nil : SearchFilter.quoted($0) }
    if names.isEmpty || experiments.isEmpty { return [] }
    let body = JSONObject([
      .init(key: "experiment_ids", value: .array(experiments.map { .string($0) })),
      .init(key: "filter", value: .string("model_id IN (\(names.joined(separator: ",")))")),
      // One more than can be found: MLflow 2 names a further page after a full one.
      .init(key: "max_results", value: .number(JSONNumber(ids.count + 1))),
    ])
    var models: [LoggedModel] = []
    try await pages(of: "models", as: LoggedModel.init) { token throws(MLflowError) in
      var body = body
      body["page_token"] = token.map { .string($0) }
      return try await post("logged-models/search", .object(body))
    } take: { page in
      models += page
      return .more
    }
    return models
  }
}
