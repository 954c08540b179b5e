/// A dataset that a run read.
public struct DatasetInput: Sendable, Equatable {
  /// What the dataset is, as far as a table can be told from it.
  public enum Source: Sendable, Hashable {
    /// A table by its parts, outermost first; `isCertain` is false where a path or free text may
    /// only look like a table (MLflow records `from_pandas(df, source: "a.b.c")` as a local file).
    case table([String], isCertain: Bool)
    /// A query whose tables are not told apart.
    case query(String)
    /// Something else than a table: the source type and where it is.
    case other(type: String, location: String?)
  }

  /// The name that the run gives it.
  public var name: String
  /// The digest of the data; empty when the run recorded none.
  public var digest: String
  /// What it was read for, such as `training` or `eval`; nil when the run does not say.
  public var context: String?
  /// What it is.
  public var source: Source
  /// The columns, when the run recorded them; empty when not.
  public var columns: [SignatureColumn]
  /// Where it is recorded.
  public var origin: String

  /// Makes a dataset.
  public init(
    name: String, digest: String, context: String?, source: Source,
    columns: [SignatureColumn] = [], origin: String
  ) {
    self.name = name
    self.digest = digest
    self.context = context
    self.source = source
    self.columns = columns
    self.origin = origin
  }

  /// Whether the model was trained on it: contexts that say something else do not count.
  public var isForTraining: Bool {
    guard let context, !context.isEmpty else { return true }
    return ["train", "training"].contains(context.lowercased())
  }
}
