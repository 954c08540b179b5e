/// Versions of registered models.
extension MLflowClient {
  /// A version with its aliases.
  ///
  /// - Throws: ``MLflowError/notFound(_:)`` when there is none, or it was deleted, or the text is
  ///   no number.
  public func modelVersion(
    _ version: String, of name: String
  ) async throws(MLflowError) -> ModelVersion {
    let path = registry.pathPrefix + "model-versions/get"
    let answer: AnswerObject
    do throws(MLflowError) {
      answer = try await get(path, [("name", name), ("version", version)])
    } catch .refused(_, code: "INVALID_PARAMETER_VALUE", let message) {
      throw .notFound(message)
    }
    let found = try ModelVersion(try answer.requiredObject("model_version"))
    try AnswerMatch.check(found.name, is: name, "version of the model", isNameOfModel: true)
    try AnswerMatch.check(found.version, is: version, "version")
    return found
  }

  /// Reads the versions of a model, the highest number first, until `take` has enough.
  ///
  /// - Parameters:
  ///   - name: The model's name; nil stands for every model, sorted by name.
  ///   - pageSize: How many are asked for at once; Databricks allows 10,000.
  ///   - take: Takes a page.
  public func searchModelVersions(
    of name: String?, pageSize: Int = 1000, take: ([ModelVersion]) -> PageWish
  ) async throws(MLflowError) {
    var query = [("max_results", String(pageSize))]
    var matches: (ModelVersion) -> Bool = { _ in true }
    if let name {
      if let quoted = SearchFilter.quoted(name) { query.append(("filter", "name = \(quoted)")) }
      matches = { $0.name == name }
    }
    if registry != .unityCatalog {
      query += [("order_by", "name ASC"), ("order_by", "version_number DESC")]
    }
    let path = registry.pathPrefix + "model-versions/search"
    try await pages(of: "model_versions", as: ModelVersion.init) { token throws(MLflowError) in
      try await get(path, query + (token.map { [("page_token", $0)] } ?? []))
    } take: {
      take($0.filter(matches))
    }
  }
}
