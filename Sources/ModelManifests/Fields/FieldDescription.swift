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
  /// The key beside which a required one may be left out.
  public let unless: String?
  /// Whether the key is one of those of which its mapping must have at least one.
  public let isAlternative: Bool
  /// Whether the key may say "explicitly empty".
  public let isNullable: Bool
  /// What it takes.
  public let shape: FieldShape

  init(
    _ key: String, _ summary: String, example: String, shape: FieldShape,
    isRequired: Bool = false, unless: String? = nil, isAlternative: Bool = false,
    isNullable: Bool = true
  ) {
    self.key = key
    self.summary = summary
    self.example = example
    self.shape = shape
    self.isRequired = isRequired
    self.unless = unless
    self.isAlternative = isAlternative
    self.isNullable = isNullable && !isRequired
  }
}
