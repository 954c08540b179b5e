import Synchronization

/// Remembers answers for as long as the data they were made from stays as it is.
///
/// An answer is found again only under the state of the data that it was made from, so nothing has
/// to know which answers a write concerns: any write makes all of them worthless.
final class RememberedAnswers: Sendable {
  /// All that an answer depends on besides the data.
  struct Question: Hashable, Sendable {
    /// Who asks: the header with the token.
    let authorization: String
    /// The target as it was sent, query included.
    let target: String
    /// Where references lead.
    let baseURL: String

    /// Bytes that it takes.
    var size: Int { authorization.utf8.count + target.utf8.count + baseURL.utf8.count }
  }

  private struct Memory {
    var state: CatalogStore.State?
    var answers: [Question: ServerResponse] = [:]
    var size = 0
  }

  /// Bytes of questions and answers that are remembered; at one more all are forgotten.
  private let limit: Int
  private let memory = Mutex(Memory())

  init(limit: Int = 64 << 20) { self.limit = limit }

  /// What was answered to the same question from this state of the data.
  func answer(to question: Question, from state: CatalogStore.State) -> ServerResponse? {
    memory.withLock { $0.state == state ? $0.answers[question] : nil }
  }

  /// Remembers an answer that was made from this state of the data, and from no other.
  func remember(_ answer: ServerResponse, to question: Question, from state: CatalogStore.State) {
    let size = question.size + answer.body.count
    // A few large answers must not push out all others.
    if size > limit / 8 { return }
    memory.withLock { memory in
      if memory.state != state || memory.size + size > limit { memory = Memory(state: state) }
      if memory.answers.updateValue(answer, forKey: question) == nil { memory.size += size }
    }
  }

  /// Bytes of questions and answers.
  var size: Int { memory.withLock { $0.size } }
}
