/// One row of the field table: a key of a manifest or of the project config.
///
/// The same rows decode the files and describe them, to people and in a JSON Schema.
public struct FieldDescription: Sendable {
  /// The key as it is written.
  public let key: String
  /// What the key means, in one sentence.
  public let summary: String
  /// A value as an example.
  public let example: String
  /// Whether the key must be there, with a value.
  public let isRequired: Bool
  /// Whether the key may say "explicitly empty".
  public let isNullable: Bool
  /// What it takes.
  public let shape: FieldShape
  /// Whether this version can do what it says.
  public let status: FieldStatus

  init(
    _ key: String, _ summary: String, example: String, shape: FieldShape,
    isRequired: Bool = false, isNullable: Bool = true, status: FieldStatus = .supported
  ) {
    self.key = key
    self.summary = summary
    self.example = example
    self.shape = shape
    self.isRequired = isRequired
    self.isNullable = isNullable && !isRequired
    self.status = status
  }
}
