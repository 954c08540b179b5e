public import HTTPClient

/// Why a call of MLflow's REST API gave no usable answer.
///
/// Messages of the server are untrusted text: shortened, on one line, without control characters
/// and without known secrets.
public enum MLflowError: Error, Sendable, Hashable {
  /// 404 by MLflow itself: the thing is not there.
  case notFound(String)
  /// 403: we are known but may not do this, or the server does not answer to this host name.
  case forbidden(String)
  /// 401: the credential is missing, expired or wrong.
  case notAuthenticated(String)
  /// 401 with a challenge for Basic authentication (RFC 7617): MLflow's own sign-in answers it alike
  /// to nobody, to a token and to a wrong password.
  case asksForPassword
  /// 400 and other faults that the server finds in the request; `code` is its `error_code`.
  case refused(status: Int, code: String?, message: String)
  /// 500 and the like; MLflow answers it to some faults of the request too.
  case serverError(status: Int, message: String)
  /// Still "not now" after all attempts: 408, 429, 502, 503, 504 or a database deadlock.
  case gaveUp(status: Int, message: String)
  /// No whole answer.
  case unreachable(TransportError)
  /// Something answers, but not MLflow's API.
  case notTheAPI(WrongAnswerer)
  /// An answer about something else than was asked for, as a cache or a proxy may give it.
  case answersOther(asked: String, answered: String)
  /// An answer of the API in which something necessary is missing or malformed.
  case invalidAnswer(String)
}

extension MLflowError: CustomStringConvertible {
  static let api = "MLflow API"

  /// One sentence for people.
  public var description: String {
    switch self {
    case .notFound(let message): "not found: \(message)"
    case .forbidden(let message): "not allowed: \(message)"
    case .notAuthenticated(let message): "not authenticated: \(message)"
    case .asksForPassword: "not authenticated: it asks for a user name and a password"
    case .refused(let status, _, let message): "refused with status \(status): \(message)"
    case .serverError(let status, let message):
      "the server failed with status \(status): \(message)"
    case .gaveUp(let status, let message):
      "the server still answers status \(status) after several attempts: \(message)"
    case .unreachable(let error): error.description
    case .notTheAPI(let answerer): answerer.description(insteadOf: Self.api)
    case .answersOther(let asked, let answered):
      "asked for \(asked), it answers with \(answered): that is not the \(Self.api)"
    case .invalidAnswer(let problem): "the server's answer cannot be used: \(problem)"
    }
  }
}
