/// A dataset that a run read; the server checks none of its texts.
public struct RunDataset: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The digest of the data.
  public let digest: String?
  /// Of what kind the source is, such as `delta_table`, `spark`, `local`.
  public let sourceType: String
  /// The source, mostly a JSON text.
  public let source: String?
  /// The columns, a JSON text.
  public let schema: String?
  /// What it was read for: the tag `mlflow.data.context`.
  public let context: String?

  init(_ answer: AnswerObject) throws(MLflowError) {
    let dataset = try answer.requiredObject("dataset")
    name = try dataset.text("name") ?? ""
    digest = try dataset.text("digest")
    sourceType = try dataset.text("source_type") ?? ""
    source = try dataset.text("source")
    schema = try dataset.text("schema")
    context = try answer.pairs("tags")["mlflow.data.context"]
  }
}
