/// Which outcomes are worth another attempt.
public enum RetryRule {
  /// Whether an answer says "not now": 408, 429, 502, 503, 504, or 500 for a database deadlock.
  public static func isTransient(_ response: HTTPResponse) -> Bool {
    switch response.status {
    case 408, 429, 502, 503, 504: true
    case 500: isDeadlock(response.body)
    default: false
    }
  }

  /// Whether a request without an answer may simply be repeated; a write may have arrived.
  static func isRepeatable(_ error: TransportError, _ request: HTTPRequest) -> Bool {
    if !request.mayBeRepeated { return false }
    switch error.kind {
    case .unresolvableHost, .refused, .timedOut, .connectionLost, .proxyRefused, .notHTTP:
      return true
    case .insecure, .tooLarge, .cancelled, .invalidURL, .invalidHeader: return false
    }
  }

  /// Database conflicts that OpenMetadata before 2.0 reports as an internal error.
  private static func isDeadlock(_ body: [UInt8]) -> Bool {
    let text = String(decoding: body.prefix(64 * 1024), as: UTF8.self).lowercased()
    return text.contains("deadlock") || text.contains("lock wait timeout")
  }
}
