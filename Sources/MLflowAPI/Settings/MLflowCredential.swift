import FoundationEssentials
public import HTTPClient

/// What tells an MLflow server who we are.
public enum MLflowCredential: Sendable, Hashable {
  /// A bearer token.
  case bearer(Secret)
  /// A user name and a password.
  case basic(user: String, password: Secret)

  /// Reads `MLFLOW_TRACKING_USERNAME`, `MLFLOW_TRACKING_PASSWORD` and `MLFLOW_TRACKING_TOKEN`.
  ///
  /// User name and password win over the token, as in MLflow's own client.
  public init?(environment: [String: String]) {
    func variable(_ name: String) -> String? {
      environment["MLFLOW_TRACKING_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let user = variable("USERNAME"), let password = variable("PASSWORD") {
      self = .basic(user: user, password: Secret(password))
    } else if let token = variable("TOKEN") {
      self = .bearer(Secret(token))
    } else {
      return nil
    }
  }

  /// What must never be printed.
  public var secrets: [Secret] {
    switch self {
    case .bearer(let token): [token]
    case .basic(_, let password): [password]
    }
  }

  /// The value of `Authorization`, for the wire alone (RFC 6750, RFC 7617 in UTF-8).
  var headerValue: String {
    switch self {
    case .bearer(let token): "Bearer \(token.reveal())"
    case .basic(let user, let password):
      "Basic " + Data("\(user):\(password.reveal())".utf8).base64EncodedString()
    }
  }
}
