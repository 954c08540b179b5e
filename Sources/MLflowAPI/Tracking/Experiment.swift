/// An experiment, which holds runs.
public struct Experiment: Sendable, Hashable {
  /// The identifier.
  public let id: String
  /// The name.
  public let name: String?
  /// The tags; what people wrote about it is `mlflow.note.content`.
  public let tags: [String: String]

  init(_ answer: AnswerObject) throws(MLflowError) {
    id = try answer.requiredText("experiment_id")
    name = try answer.text("name")
    tags = try answer.pairs("tags")
  }
}
