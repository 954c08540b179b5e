import Diagnostics

/// A password, token or key that a text most likely is, or holds.
public struct PublishedSecret: Sendable, Equatable {
  /// What is said of the text: `holds a token of GitHub`, `looks like a password or token`.
  public let phrase: String
  /// Whether nothing else looks like it.
  public let isCertain: Bool

  /// Looks at a text; nil when it is harmless.
  ///
  /// - Parameter name: The name that it has, of a parameter or a custom property.
  public init?(in text: String, named name: String? = nil) {
    let kinds = SecretText.kinds(in: text)
    if let certain = kinds.first(where: \.isCertain) {
      (phrase, isCertain) = ("holds \(certain.phrase)", true)
    } else if let name, SecretKeys.isSensitive(name), SecretText.isLiteral(text) {
      (phrase, isCertain) = ("looks like a password or token", false)
    } else if let kind = kinds.first {
      (phrase, isCertain) = ("holds \(kind.phrase)", false)
    } else {
      return nil
    }
  }
}
