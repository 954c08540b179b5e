/// Why a text is no field path, or a path that leads nowhere.
public struct FieldPathError: Error, Sendable, Hashable {
  /// What is wrong.
  public let message: String
  /// What helps.
  public let hint: String?

  init(_ message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }
}
