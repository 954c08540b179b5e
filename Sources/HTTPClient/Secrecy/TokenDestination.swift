/// Decides whether a token may travel to a host.
///
/// A pull request can change the files of a repository but not the environment of its CI job: a
/// token from the environment therefore goes only where the environment, the command line or
/// ``AllowedHosts`` says, or to this machine.
public struct TokenDestination: Sendable, Hashable {
  /// Who named the host.
  public enum HostOrigin: Sendable, Hashable {
    /// An option of the command line.
    case option
    /// A variable of the environment.
    case environment
    /// The `.env` file.
    case environmentFile
    /// The project config.
    case projectConfig
    /// A manifest.
    case manifest
  }

  /// Where the token was found.
  public enum TokenOrigin: Sendable, Hashable {
    /// A variable of the environment, or a file that such a variable names.
    case environment
    /// A file, and the host that the same file names.
    case file(host: ServerURL?)
  }

  /// The host in question.
  public var host: ServerURL
  /// Who named it.
  public var hostOrigin: HostOrigin
  /// Where the token was found.
  public var tokenOrigin: TokenOrigin
  /// The hosts of `MLCATALOG_ALLOWED_HOSTS`.
  public var allowedHosts: AllowedHosts
  /// Whether `--allow-plain-http` was given.
  public var allowsPlainHTTP: Bool

  /// Puts the question.
  public init(
    host: ServerURL, from hostOrigin: HostOrigin, token tokenOrigin: TokenOrigin,
    allowedHosts: AllowedHosts = AllowedHosts(), allowsPlainHTTP: Bool = false
  ) {
    self.host = host
    self.hostOrigin = hostOrigin
    self.tokenOrigin = tokenOrigin
    self.allowedHosts = allowedHosts
    self.allowsPlainHTTP = allowsPlainHTTP
  }

  /// Why the token may not go there; nil when it may.
  public var refusal: TokenRefusal? {
    if host.isLoopback { return nil }
    if !isNamedByOperator { return .untrustedHost(host.authority) }
    if !host.isSecure && !allowsPlainHTTP { return .plainHTTP(host.authority) }
    return nil
  }

  private var isNamedByOperator: Bool {
    switch hostOrigin {
    case .option, .environment: return true
    case .environmentFile, .projectConfig, .manifest: break
    }
    if case .file(let named?) = tokenOrigin, isSameServer(named, host) { return true }
    return allowedHosts.contains(host)
  }

  private func isSameServer(_ left: ServerURL, _ right: ServerURL) -> Bool {
    (left.scheme, left.host, left.port) == (right.scheme, right.host, right.port)
  }
}
