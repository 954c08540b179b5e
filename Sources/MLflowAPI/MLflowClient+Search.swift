import JSONDocuments

/// Searches, read page by page.
extension MLflowClient {
  /// How many pages without a single element are followed: Unity Catalog has some in between.
  private static let emptyPagesFollowed = 100

  /// Follows the pages of a search until `take` has enough.
  ///
  /// The server's tokens are not bound to the order of what they page through, so every search
  /// names its order. A token that comes again would lead in a circle.
  func pages<Element>(
    of key: String, as shape: (AnswerObject) throws(MLflowError) -> Element,
    ask: (_ token: String?) async throws(MLflowError) -> AnswerObject,
    take: ([Element]) -> PageWish
  ) async throws(MLflowError) {
    var token: String?
    var seen = Set<String>()
    var emptyPages = 0
    while true {
      let answer = try await ask(token)
      let elements = try answer.list(key, of: shape)
      if take(elements) == .enough { return }
      guard let next = try answer.text("next_page_token") else { return }
      emptyPages = elements.isEmpty ? emptyPages + 1 : 0
      guard seen.insert(next).inserted, emptyPages <= Self.emptyPagesFollowed else {
        throw .invalidAnswer("the pages of '\(key)' do not come to an end")
      }
      token = next
    }
  }
}
