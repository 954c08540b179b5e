/// What a key takes.
public indirect enum FieldShape: Sendable {
  /// A scalar, taken as text.
  case text
  /// A scalar that is often a number or a truth value, taken as it is written.
  case value
  /// A scalar that is one of these words.
  case words([String])
  /// A list.
  case list(FieldShape)
  /// A mapping with these keys.
  case record([FieldDescription])
  /// A mapping whose keys are free.
  case dictionary(FieldShape)
  /// Anything: its type is the catalog's to say.
  case anything
}
