public import HTTPClient

extension TransportConfiguration {
  /// Reads the variables that govern requests to Azure; verification cannot be switched off.
  ///
  /// - Parameters:
  ///   - environment: The variables by name; the process's own are not looked at.
  ///   - concurrency: How many requests may be under way at once; on TLS never more than four.
  /// - Throws: ``TransportConfigurationError`` for a proxy that is no URL.
  public init(
    azure environment: [String: String], concurrency: Int = 8
  ) throws(TransportConfigurationError) {
    self.init()
    plainConnections = max(1, concurrency)
    secureConnections = min(4, max(1, concurrency))
    trustVariable = "SSL_CERT_FILE"
    trust = CertificateTrust(firstOf: CertificateTrust.commonVariables, in: environment)
    proxies = try ProxySettings(environment: environment)
  }
}
