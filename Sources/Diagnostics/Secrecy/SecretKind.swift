/// What a secret is known by, wherever it stands.
public enum SecretKind: Sendable, Hashable {
  /// A token or key whose maker gave it a form of its own; the words name it.
  case token(String)
  /// A private key (RFC 7468).
  case privateKey
  /// The password of a URL.
  case password
  /// A parameter of a query or of a connection string, by its name.
  case parameter(String)

  /// In words, as in "holds …".
  public var phrase: String {
    switch self {
    case .token(let name): name
    case .privateKey: "a private key"
    case .password: "a URL with a password"
    case .parameter(let name): "a value for `\(name)`"
    }
  }

  /// Whether nothing else looks like it.
  public var isCertain: Bool {
    switch self {
    case .token, .privateKey: true
    case .password, .parameter: false
    }
  }
}
