public import AzureIdentity
public import HTTPClient

/// Why a call of Azure Resource Manager gave no usable answer.
public enum ResourceManagerError: Error, Sendable, Hashable {
  /// 404: the resource, or what it belongs to, is not there.
  case notFound(ServiceMessage)
  /// 401, also with a new token.
  case notAuthenticated(ServiceMessage)
  /// 403: we are known but may not do this.
  case forbidden(ServiceMessage)
  /// 409: it exists, or its state forbids this.
  case conflict(ServiceMessage)
  /// Another fault that Azure finds in the request.
  case refused(status: Int, ServiceMessage)
  /// 500 and the like.
  case serverError(status: Int, ServiceMessage)
  /// Still "not now" after all attempts: 408, 429, 502, 503 or 504.
  case gaveUp(status: Int, ServiceMessage)
  /// No whole answer.
  case unreachable(TransportError)
  /// Something answers, but not Resource Manager: a page, a redirect.
  case notTheAPI(WrongAnswerer)
  /// A list goes on at a host that nobody named; no socket was opened to it.
  case foreignLink(host: String)
  /// An answer in which something necessary is missing or malformed.
  case invalidAnswer(String)
  /// There is no token.
  case signIn(AzureIdentityError)
}

extension ResourceManagerError: CustomStringConvertible {
  /// What happened, in a sentence without its full stop.
  public var description: String {
    switch self {
    case .notFound(let message): "Azure has no such resource: \(message)"
    case .notAuthenticated(let message): "Azure does not accept the token: \(message)"
    case .forbidden(let message): "Azure does not permit this: \(message)"
    case .conflict(let message): "Azure reports a conflict: \(message)"
    case .refused(let status, let message): "Azure refused the request (\(status)): \(message)"
    case .serverError(let status, let message): "Azure failed (status \(status)): \(message)"
    case .gaveUp(let status, _): "Azure is still busy (status \(status)) after all attempts"
    case .unreachable(let error): error.message
    case .notTheAPI(let answerer):
      answerer.description(insteadOf: "API of Azure Resource Manager")
    case .foreignLink(let host):
      "a list of Azure Resource Manager goes on at \(host), where the token is not sent"
    case .invalidAnswer(let problem): "Azure's answer cannot be used: \(problem)"
    case .signIn(let error): error.description
    }
  }

  /// What may help; nil when nothing is known to.
  public var hint: String? {
    switch self {
    case .notAuthenticated: "sign in again"
    case .forbidden:
      "the role 'AzureML Data Scientist' or 'Reader' on the workspace lets one read models"
    case .unreachable(let error): error.hint
    case .foreignLink(let host): "list \(host) in MLCATALOG_ALLOWED_HOSTS if it is Azure's"
    case .signIn(let error): error.hint
    default: nil
    }
  }
}
