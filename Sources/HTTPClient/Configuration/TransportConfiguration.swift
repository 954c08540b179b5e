/// How requests are sent.
public struct TransportConfiguration: Sendable, Hashable {
  /// The longest that one request may take, with its answer.
  public var requestTimeout: Duration = .seconds(30)
  /// The longest that a connection, with its TLS handshake, may take to come about.
  public var connectTimeout: Duration = .seconds(10)
  /// How many requests are under way at once over plain http.
  public var plainConnections = 8
  /// How many requests are under way at once over TLS, where each connection costs a handshake.
  public var secureConnections = 4
  /// The largest answer in bytes, after inflating.
  public var maximumResponseSize = 64 * 1024 * 1024
  /// By which authorities certificates must be issued.
  public var trust: CertificateTrust = .system
  /// The variable that is named where another authority would help.
  public var trustVariable = "OPENMETADATA_CA_BUNDLE"
  /// Who we are; nil shows servers no certificate.
  public var clientCertificate: ClientCertificate?
  /// Which requests go through a proxy.
  public var proxies = ProxySettings()
  /// Fields that every request gets unless it has one of that name.
  public var extraHeaders = HTTPHeaders()
  /// The `User-Agent`.
  public var userAgent = "mlcatalog"

  /// The defaults: nothing is read from anywhere.
  public init() {}

  /// Reads the variables that govern requests to OpenMetadata.
  ///
  /// Certificates come from the first of `OPENMETADATA_CA_BUNDLE`, `SSL_CERT_FILE`,
  /// `SSL_CERT_DIR`, `REQUESTS_CA_BUNDLE` and `CURL_CA_BUNDLE` that is set and not empty.
  ///
  /// - Parameters:
  ///   - environment: The variables by name; the process's own are not looked at.
  ///   - concurrency: How many requests may be under way at once; on TLS never more than four.
  /// - Throws: ``TransportConfigurationError`` for the first value that cannot be understood.
  public init(
    environment: [String: String], concurrency: Int = 8
  ) throws(TransportConfigurationError) {
    plainConnections = max(1, concurrency)
    secureConnections = min(4, max(1, concurrency))
    if let text = environment["OPENMETADATA_CLIENT_TIMEOUT"], !text.isEmpty {
      guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
        throw TransportConfigurationError(
          "OPENMETADATA_CLIENT_TIMEOUT", "is not a number of seconds from 0 to 86400")
      }
      requestTimeout = .milliseconds(max(1, Int(seconds * 1000)))
    }
    trust = try TransportConfiguration.trust(environment)
    proxies = try ProxySettings(environment: environment)
    extraHeaders = try ExtraHeaders.parse(environment["OPENMETADATA_EXTRA_HEADERS"] ?? "")
  }

  private static func trust(
    _ environment: [String: String]
  ) throws(TransportConfigurationError) -> CertificateTrust {
    // `validate`, `ignore` and `no-ssl` are the words of OpenMetadata's own clients.
    switch (environment["OPENMETADATA_VERIFY_SSL"] ?? "").lowercased() {
    case "", "true", "1", "yes", "on", "validate", "no-ssl": break
    case "false", "0", "no", "off", "ignore": return .unverified
    default:
      throw TransportConfigurationError("OPENMETADATA_VERIFY_SSL", "is neither true nor false")
    }
    return CertificateTrust(
      firstOf: ["OPENMETADATA_CA_BUNDLE"] + CertificateTrust.commonVariables, in: environment)
  }

  /// What must never be printed: passwords of proxies and the values of the extra headers.
  public var secrets: [Secret] {
    let proxies = [proxies.plain, proxies.secure].compactMap { $0 }
    return proxies + proxies.compactMap(TransportConfiguration.password)
      + extraHeaders.fields.map { Secret($0.value) }
  }

  private static func password(_ proxy: Secret) -> Secret? {
    let text = proxy.reveal()
    guard let at = text.lastIndex(of: "@") else { return nil }
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let userInfo = text[start..<at]
    let password = userInfo.firstIndex(of: ":").map { userInfo[userInfo.index(after: $0)...] }
    return Secret(String(password ?? userInfo))
  }
}
