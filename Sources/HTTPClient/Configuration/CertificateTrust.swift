/// By which authorities a server's certificate must be issued.
public enum CertificateTrust: Sendable, Hashable {
  /// Those of the system.
  case system
  /// Those in a PEM file or a hashed directory; `variable` named it.
  case path(String, variable: String)
  /// Any: the operator switched verification off by name.
  case unverified
}
