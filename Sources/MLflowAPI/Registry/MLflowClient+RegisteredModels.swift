import JSONDocuments

/// Registered models.
extension MLflowClient {
  /// A registered model with its tags, its aliases and the newest version of each stage.
  ///
  /// - Throws: ``MLflowError/notFound(_:)`` when there is none.
  public func registeredModel(named name: String) async throws(MLflowError) -> RegisteredModel {
    let path = registry.pathPrefix + "registered-models/get"
    let answer: AnswerObject
    do throws(MLflowError) {
      answer = try await get(path, [("name", name)])
    } catch .refused(_, code: "INVALID_PARAMETER_VALUE", let message) {
      // MLflow 3 refuses names that it would not let one create, such as `a/b`.
      throw .notFound(message)
    }
    let model = try RegisteredModel(try answer.requiredObject("registered_model"))
    try AnswerMatch.check(model.name, is: name, "registered model", isNameOfModel: true)
    return model
  }

  /// Reads the registered models in pages of a thousand, sorted by name, until `take` has enough.
  ///
  /// Prompts are not among them.
  public func searchRegisteredModels(
    take: ([RegisteredModel]) -> PageWish
  ) async throws(MLflowError) {
    let path = registry.pathPrefix + "registered-models/search"
    // Unity Catalog knows no order.
    let order = registry == .unityCatalog ? [] : [("order_by", "name ASC")]
    try await pages(of: "registered_models", as: RegisteredModel.init) {
      token throws(MLflowError) in
      let page = token.map { [("page_token", $0)] } ?? []
      return try await get(path, [("max_results", "1000")] + order + page)
    } take: {
      take($0)
    }
  }
}
