import HTTPClient

/// How an application shows that it is the one that its ID says.
enum ClientProof: Sendable {
  /// By a password.
  case secret(Secret)
  /// By a statement signed with its certificate's key.
  case certificate(ApplicationCertificate, sendsChain: Bool)
  /// By a token of somebody whom Azure trusts, kept in a file that is replaced now and then.
  case file(path: String, variable: String)
  /// By such a token that was given.
  case token(Secret)
  /// By such a token from GitHub.
  case gitHub(GitHubTokenRequest)

  /// Whether it is in a file that a variable names, and not in the variable itself.
  var isInFile: Bool {
    switch self {
    case .certificate, .file: true
    case .secret, .token, .gitHub: false
    }
  }

  /// What must never be shown.
  var secrets: [Secret] {
    switch self {
    case .secret(let secret), .token(let secret): [secret]
    case .gitHub(let request): [request.secret]
    case .certificate, .file: []
    }
  }
}
