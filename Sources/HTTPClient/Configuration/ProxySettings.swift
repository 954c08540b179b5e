/// Which requests go through a proxy.
public struct ProxySettings: Sendable, Hashable {
  /// The proxy for `http` URLs; secret, since it may hold a password.
  public var plain: Secret?
  /// The proxy for `https` URLs.
  public var secure: Secret?
  /// The hosts that are reached directly, as `NO_PROXY` lists them.
  public var exceptions: String

  /// Makes settings; without arguments nothing goes through a proxy.
  public init(plain: Secret? = nil, secure: Secret? = nil, exceptions: String = "") {
    self.plain = plain
    self.secure = secure
    self.exceptions = exceptions
  }

  /// Reads `https_proxy`, `http_proxy` and `no_proxy`, the first and the last also in capitals.
  ///
  /// `HTTP_PROXY` is not read: a web server sets it from a `Proxy` header of the visitor.
  ///
  /// - Throws: ``TransportConfigurationError`` for a proxy that is no URL.
  public init(environment: [String: String]) throws(TransportConfigurationError) {
    func proxy(_ names: [String]) throws(TransportConfigurationError) -> Secret? {
      guard let name = names.first(where: { environment[$0] != nil }),
        let value = environment[name], !value.isEmpty
      else { return nil }
      guard ProxySettings.isProxy(value) else {
        throw TransportConfigurationError(name, "is not the URL of an http, https or socks5 proxy")
      }
      return Secret(value)
    }
    self.init(
      plain: try proxy(["http_proxy"]), secure: try proxy(["https_proxy", "HTTPS_PROXY"]),
      exceptions: environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
  }

  private static func isProxy(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
    guard let separator = text.firstRange(of: "://") else { return true }
    return ["http", "https", "socks5", "socks5h"].contains(text[..<separator.lowerBound])
  }

  /// The proxy for a URL; never one for this machine or its own link, where the proxy's would be
  /// meant.
  func proxy(for url: ServerURL) -> Secret? {
    if url.isLoopback || url.isLinkLocal { return nil }
    return url.isSecure ? secure : plain
  }
}
