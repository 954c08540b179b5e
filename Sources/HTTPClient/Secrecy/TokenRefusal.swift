/// Why a token stays at home.
public enum TokenRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// A file of the repository named the host, and nobody with authority confirmed it.
  case untrustedHost(String)
  /// The token would travel in the clear.
  case plainHTTP(String)

  /// What is refused.
  public var message: String {
    switch self {
    case .untrustedHost(let host):
      "the token is not sent to \(host): only a file of the project names that host"
    case .plainHTTP(let host): "the token is not sent to \(host) over plain http"
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .untrustedHost(let host):
      "give the host by --host or in the environment, or list \(host) in MLCATALOG_ALLOWED_HOSTS"
    case .plainHTTP: "use https, or give --allow-plain-http"
    }
  }

  /// The message and the hint.
  public var description: String { "\(message) (\(hint))" }
}
