import HTTPClient

/// Compares what an answer is about with what was asked for.
enum AnswerMatch {
  /// Refuses an answer about something else.
  ///
  /// - Parameters:
  ///   - answered: The name or identifier in the answer.
  ///   - asked: The one that was asked for.
  ///   - kind: What it is, such as `run`.
  ///   - isNameOfModel: Whether letter case is left to the caller: databases that ignore it find
  ///     models of a name that differs in it.
  static func check(
    _ answered: String, is asked: String, _ kind: String, isNameOfModel: Bool = false
  ) throws(MLflowError) {
    if answered == asked || isNameOfModel && answered.lowercased() == asked.lowercased() { return }
    throw .answersOther(
      asked: "the \(kind) `\(ForeignText.presentable(asked))`",
      answered: "`\(ForeignText.presentable(answered))`")
  }
}
