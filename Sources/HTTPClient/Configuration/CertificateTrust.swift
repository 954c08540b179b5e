/// By which authorities a server's certificate must be issued.
public enum CertificateTrust: Sendable, Hashable {
  /// Those of the system.
  case system
  /// Those in a PEM file or a hashed directory; `variable` named it.
  case path(String, variable: String)
  /// Any: the operator switched verification off by name.
  case unverified
}

extension CertificateTrust {
  /// What names certificates to many programs; libcurl itself reads none of these.
  public static let commonVariables = [
    "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE",
  ]

  /// The first of the variables that is set and not empty, else the system's authorities.
  public init(firstOf variables: [String], in environment: [String: String]) {
    for variable in variables {
      if let path = environment[variable], !path.isEmpty {
        self = .path(path, variable: variable)
        return
      }
    }
    self = .system
  }
}
