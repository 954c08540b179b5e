public import HTTPClient

/// Why a call of the OpenMetadata API gave no usable answer.
///
/// Messages of the server are untrusted text: shortened, on one line, without control characters
/// and without known secrets.
public enum OpenMetadataError: Error, Sendable, Hashable {
  /// 404: the thing, or something it refers to, is not there.
  case notFound(String)
  /// 403: we are known but may not do this.
  case forbidden(String)
  /// 401: the token is missing, expired, revoked or wrong.
  case notAuthenticated(String)
  /// 400 and other faults that the server finds in the request.
  case refused(status: Int, message: String)
  /// 409: it exists, or somebody else was faster.
  case conflict(String)
  /// 412: it was changed since we read it.
  case preconditionFailed(String)
  /// 500 and the like; an operation `test` of a patch that fails arrives like this on many lines.
  case serverError(status: Int, message: String)
  /// Still "not now" after all attempts: 408, 429, 502, 503, 504 or a database deadlock.
  case gaveUp(status: Int, message: String)
  /// No whole answer.
  case unreachable(TransportError)
  /// Something answers, but not OpenMetadata's API.
  case notTheAPI(WrongAnswerer)
  /// An answer of the API in which something necessary is missing or malformed.
  case invalidAnswer(String)

  /// Whether a write that ended like this may have taken effect all the same, so that one must read
  /// before repeating it.
  public var mayHaveTakenEffect: Bool {
    switch self {
    case .unreachable(let error): error.mayHaveBeenSent
    case .serverError, .gaveUp, .invalidAnswer: true
    case .notFound, .forbidden, .notAuthenticated, .refused, .conflict, .preconditionFailed,
      .notTheAPI:
      false
    }
  }
}

extension OpenMetadataError: CustomStringConvertible {
  static let api = "OpenMetadata API"

  /// One sentence for people.
  public var description: String {
    switch self {
    case .notFound(let message): "not found: \(message)"
    case .forbidden(let message): "not allowed: \(message)"
    case .notAuthenticated(let message): "not authenticated: \(message)"
    case .refused(let status, let message): "refused with status \(status): \(message)"
    case .conflict(let message): "conflict: \(message)"
    case .preconditionFailed(let message): "changed meanwhile: \(message)"
    case .serverError(let status, let message):
      "the server failed with status \(status): \(message)"
    case .gaveUp(let status, let message):
      "the server still answers status \(status) after several attempts: \(message)"
    case .unreachable(let error): error.description
    case .notTheAPI(let answerer): answerer.description(insteadOf: Self.api)
    case .invalidAnswer(let problem): "the server's answer cannot be used: \(problem)"
    }
  }
}
