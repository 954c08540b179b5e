public import HTTPClient

extension TransportConfiguration {
  /// Reads the variables that govern requests to MLflow.
  ///
  /// Certificates come from the first of `MLFLOW_TRACKING_SERVER_CERT_PATH` and the variables that
  /// many programs know; `MLFLOW_TRACKING_CLIENT_CERT_PATH` names a PEM file with our own.
  ///
  /// - Parameters:
  ///   - environment: The variables by name; the process's own are not looked at.
  ///   - concurrency: How many requests may be under way at once; on TLS never more than four.
  /// - Throws: ``TransportConfigurationError`` for the first value that cannot be understood.
  public init(
    mlflow environment: [String: String], concurrency: Int = 8
  ) throws(TransportConfigurationError) {
    self.init()
    plainConnections = max(1, concurrency)
    secureConnections = min(4, max(1, concurrency))
    let authorities = "MLFLOW_TRACKING_SERVER_CERT_PATH"
    trustVariable = authorities
    trust = CertificateTrust(
      firstOf: [authorities] + CertificateTrust.commonVariables, in: environment)
    let insecure = "MLFLOW_TRACKING_INSECURE_TLS"
    switch (environment[insecure] ?? "").lowercased() {
    case "", "false", "0": break
    case "true", "1":
      // MLflow's own client refuses both: one of them would silently count for nothing.
      if environment[authorities]?.isEmpty == false {
        throw TransportConfigurationError(insecure, "cannot be set beside \(authorities)")
      }
      trust = .unverified
    default: throw TransportConfigurationError(insecure, "is neither true nor false")
    }
    let own = "MLFLOW_TRACKING_CLIENT_CERT_PATH"
    if let path = environment[own], !path.isEmpty {
      clientCertificate = ClientCertificate(path: path, variable: own)
    }
    proxies = try ProxySettings(environment: environment)
  }
}
