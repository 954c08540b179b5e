/// Where a proxy is, without its user and password.
public struct ProxyPlace: Sendable, Hashable {
  /// The name or the address.
  public let host: String
  /// The port; 1080 when none is given, as libcurl takes it.
  public let port: UInt16
  /// What names it, such as `HTTPS_PROXY`.
  public let variables: String

  init?(_ proxy: Secret, variables: String) {
    var text = Substring(proxy.reveal())
    if let separator = text.firstRange(of: "://") { text = text[separator.upperBound...] }
    if let slash = text.firstIndex(of: "/") { text = text[..<slash] }
    if let at = text.lastIndex(of: "@") { text = text[text.index(after: at)...] }
    let bracket = text.lastIndex(of: "]") ?? text.startIndex
    let colon = text[bracket...].lastIndex(of: ":")
    host = String(text[..<(colon ?? text.endIndex)])
    guard !host.isEmpty, let port = UInt16(colon.map { text[text.index(after: $0)...] } ?? "1080")
    else { return nil }
    self.port = port
    self.variables = variables
  }
}

extension ProxySettings {
  /// The proxy that requests to a server go through; nil when they go there directly.
  public func place(for server: ServerURL) -> ProxyPlace? {
    guard let proxy = proxy(for: server), !isException(server.host) else { return nil }
    return ProxyPlace(proxy, variables: server.isSecure ? "HTTPS_PROXY" : "http_proxy")
  }

  /// Whether `NO_PROXY` lists a host, itself or by a domain around it.
  private func isException(_ host: String) -> Bool {
    exceptions.split { $0 == "," || $0 == " " }.contains { entry in
      let name = entry.hasPrefix(".") ? entry.dropFirst() : entry
      return entry == "*" || host == name || host.hasSuffix(".\(name)")
    }
  }
}
