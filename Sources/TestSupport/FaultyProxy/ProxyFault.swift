import HTTPClient

/// A way in which a network, a proxy or a server lets a request down: one row of a matrix.
public enum ProxyFault: String, Sendable, Hashable, CaseIterable {
  case delayed = "passed on late"
  case late = "answered after the client's patience"
  case hungUp = "connection ends before it arrives"
  case resetBefore = "reset before it arrives"
  case resetAfter = "reset after it arrived"
  case truncated = "answer cut in half"
  case corrupted = "answer damaged"
  case deliveredTwice = "delivered twice"
  case answeredTwice = "answered twice"
  case busy = "429, Retry-After: 1"
  case busyForLong = "429, Retry-After: 3600"
  case deadlock = "500, a database deadlock"
  case failure = "500"
  case failureAfter = "500 after it arrived"
  case badGateway = "502, a page"
  case unavailable = "503"
  case gatewayTimeout = "504 after it arrived"
  case login = "200, a login page"
  case redirect = "302 to another host"
  case expiredToken = "401, an expired token"

  /// Whether repeating the request, or reading after it, must make good all that it did.
  public var isTransient: Bool {
    switch self {
    case .delayed, .late, .hungUp, .resetBefore, .resetAfter, .truncated, .deliveredTwice,
      .answeredTwice, .busy, .deadlock, .badGateway, .unavailable, .gatewayTimeout:
      true
    case .corrupted, .busyForLong, .failure, .failureAfter, .login, .redirect, .expiredToken: false
    }
  }

  /// What happens to a request.
  ///
  /// Whoever answers in place of the server says the request's token aloud, as some proxies and
  /// frameworks do when they fail: it must not be seen in anything that a program prints.
  ///
  /// - Parameters:
  ///   - patience: The longest that the client waits for an answer.
  ///   - stranger: The address of another host, to which the token must not travel.
  public func action(
    for request: ScriptedRequest, patience: Duration, stranger: String
  ) -> ProxyAction {
    let token = request.headers["Authorization"] ?? "no token"
    func error(_ status: Int, _ text: String, isPerformed: Bool = false) -> ProxyAction {
      .answer(
        status: status, body: #"{"code": \#(status), "message": "\#(text) (\#(token))"}"#,
        isPerformed: isPerformed)
    }
    func page(_ status: Int, _ title: String) -> ProxyAction {
      .answer(
        status: status, headers: [("Content-Type", "text/html; charset=utf-8")],
        body:
          "<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(token)</body></html>")
    }
    switch self {
    case .delayed: return .delay(.milliseconds(50))
    case .late: return .answerLate(patience + .milliseconds(200))
    case .hungUp: return .hangUp
    case .resetBefore: return .drop
    case .resetAfter: return .loseAnswer
    case .truncated: return .truncate
    case .corrupted: return .corrupt
    case .deliveredTwice: return .deliverTwice
    case .answeredTwice: return .answerTwice
    case .busy, .busyForLong:
      return .answer(
        status: 429, headers: [("Retry-After", self == .busy ? "1" : "3600")],
        body: "slow down, \(token)")
    case .deadlock: return error(500, "Deadlock found when trying to get lock")
    case .failure: return error(500, "java.lang.NullPointerException")
    case .failureAfter: return error(500, "java.lang.NullPointerException", isPerformed: true)
    case .badGateway: return page(502, "Bad gateway \(token)")
    case .unavailable: return error(503, "The server is starting")
    case .gatewayTimeout:
      return .answer(status: 504, body: "upstream timed out", isPerformed: true)
    case .login: return page(200, "Sign in \(token)")
    case .redirect:
      return .answer(
        status: 302, headers: [("Location", "\(stranger)/login?token=\(token)")], body: "")
    case .expiredToken: return error(401, "Expired token!")
    }
  }
}
