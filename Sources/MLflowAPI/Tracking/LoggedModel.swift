/// A model that a run logged (MLflow 3).
public struct LoggedModel: Sendable, Hashable {
  /// The identifier, `m-` and 32 hexadecimal digits.
  public let id: String
  /// The name.
  public let name: String?
  /// The experiment that it belongs to.
  public let experimentID: String?
  /// Where its files are.
  public let artifactURI: String?
  /// The run that logged it.
  public let sourceRunID: String?
  /// The tags.
  public let tags: [String: String]
  /// The parameters, those of the run among them.
  public let params: [String: String]

  init(_ answer: AnswerObject) throws(MLflowError) {
    let info = try answer.requiredObject("info")
    id = try info.requiredText("model_id")
    name = try info.text("name")
    experimentID = try info.text("experiment_id")
    artifactURI = try info.text("artifact_uri")
    sourceRunID = try info.text("source_run_id")
    tags = try info.pairs("tags")
    params = try answer.object("data")?.pairs("params") ?? [:]
  }
}
