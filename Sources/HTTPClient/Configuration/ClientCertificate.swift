/// A certificate by which we show a server who we are.
public struct ClientCertificate: Sendable, Hashable {
  /// A PEM file that holds the certificate, its chain and the private key without a passphrase.
  public let path: String
  /// The variable that named it.
  public let variable: String

  /// Names a certificate.
  public init(path: String, variable: String) {
    self.path = path
    self.variable = variable
  }
}
