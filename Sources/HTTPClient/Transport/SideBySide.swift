/// Asks many things at once.
public enum SideBySide {
  /// What is answered about each key.
  ///
  /// - Parameters:
  ///   - keys: What is asked about, each once.
  ///   - width: How many questions may be open at once.
  ///   - ask: One question.
  public static func answers<Key: Hashable & Sendable, Answer: Sendable>(
    about keys: some Sequence<Key>, atMost width: Int = .max,
    _ ask: @escaping @Sendable (Key) async -> Answer
  ) async -> [Key: Answer] {
    await withTaskGroup(of: (Key, Answer).self) { group in
      var waiting = keys.makeIterator()
      var open = 0
      func askNext() -> Bool {
        guard open < width, let key = waiting.next() else { return false }
        group.addTask { (key, await ask(key)) }
        open += 1
        return true
      }
      while askNext() {}
      var answers: [Key: Answer] = [:]
      while let (key, answer) = await group.next() {
        open -= 1
        answers[key] = answer
        _ = askNext()
      }
      return answers
    }
  }

  /// What became of each key, where a question may fail without the others.
  public static func outcomes<Key: Hashable & Sendable, Answer: Sendable, Failure: Error>(
    of keys: some Sequence<Key>, atMost width: Int = .max,
    _ ask: @escaping @Sendable (Key) async throws(Failure) -> Answer
  ) async -> [Key: Result<Answer, Failure>] {
    await answers(about: keys, atMost: width) { key in
      do throws(Failure) {
        return .success(try await ask(key))
      } catch {
        return .failure(error)
      }
    }
  }
}
