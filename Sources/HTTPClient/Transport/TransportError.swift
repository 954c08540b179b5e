/// Why there is no whole answer to a request.
public struct TransportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened, for decisions.
  public enum Kind: Sendable, Hashable {
    /// No address is known for the host, or for the proxy.
    case unresolvableHost
    /// Nothing listens there, or the network does not lead there.
    case refused
    /// No answer in time.
    case timedOut
    /// No secure connection, most often because of the server's certificate.
    case insecure
    /// The connection ended before the whole answer was there.
    case connectionLost
    /// The proxy did not let the request through.
    case proxyRefused
    /// The answer is larger than allowed.
    case tooLarge
    /// What came back is not HTTP, or its compression is broken.
    case notHTTP
    /// The task was cancelled.
    case cancelled
    /// The URL is not an absolute `http` or `https` one.
    case invalidURL
    /// A header field would not fit on its line.
    case invalidHeader
  }

  /// What happened.
  public let kind: Kind
  /// One sentence for people, without secrets.
  public let message: String
  /// What may help, when something is known to.
  public let hint: String?
  /// Whether bytes of the request left, so that the server may have acted on it.
  public let mayHaveBeenSent: Bool

  /// Makes an error; the texts must hold no secret.
  public init(
    _ kind: Kind, _ message: String, hint: String? = nil, mayHaveBeenSent: Bool = false
  ) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.mayHaveBeenSent = mayHaveBeenSent
  }

  /// The message, and the hint after it.
  public var description: String { hint.map { "\(message) (\($0))" } ?? message }

  /// What gives a run more time.
  public static let endOfRunHint = "the time of the whole run was up: give it more with --timeout"

  static let cancelled = TransportError(.cancelled, "the request was cancelled")
}
