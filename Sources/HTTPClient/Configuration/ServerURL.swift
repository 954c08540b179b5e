/// The address of a server, read so strictly that no two programs can read it differently.
///
/// Refused are user information, queries, fragments, backslashes, anything outside printable
/// ASCII, and IPv4 addresses written in any way but four plain decimal numbers.
public struct ServerURL: Sendable, Hashable, CustomStringConvertible {
  /// `http` or `https`.
  public let scheme: String
  /// The lower-cased name, the IPv4 address, or the IPv6 address in brackets.
  public let host: String
  /// The port; that of the scheme when none is given.
  public let port: UInt16
  /// The path without a slash at its end; empty for the root.
  public let path: String

  /// Reads an address such as `https://catalog.example/api/`.
  ///
  /// - Throws: ``ServerURLError``, whose message repeats nothing of the text.
  public init(parsing text: String) throws(ServerURLError) {
    var parser = ServerURLParser(text)
    self = try parser.parse()
  }

  init(scheme: String, host: String, port: UInt16, path: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
  }

  /// Whether the connection is secured by TLS.
  public var isSecure: Bool { scheme == "https" }

  /// Whether the host is literally this machine: 127.0.0.0/8, `::1` or `localhost`.
  ///
  /// No name is resolved for this, and an IPv4 address inside an IPv6 one does not count.
  public var isLoopback: Bool {
    host == "localhost" || host == "[::1]"
      || (host.hasPrefix("127.") && IPAddress.isIPv4(host))
  }

  /// Whether the host is an IPv4 address that no router passes on (RFC 3927), as those are at which
  /// a cloud tells a machine about itself.
  public var isLinkLocal: Bool { host.hasPrefix("169.254.") && IPAddress.isIPv4(host) }

  /// `host` or `host:port`, the latter when the port is not that of the scheme.
  public var authority: String {
    port == ServerURL.defaultPort(scheme) ? host : "\(host):\(port)"
  }

  /// The address without a slash at its end.
  public var description: String { "\(scheme)://\(authority)\(path)" }

  /// The same address without `suffix` at the end of its path.
  public func dropping(pathSuffix suffix: String) -> ServerURL {
    guard path == suffix || path.hasSuffix(suffix) else { return self }
    let shortened = String(path.dropLast(suffix.count))
    return ServerURL(scheme: scheme, host: host, port: port, path: shortened)
  }

  static func defaultPort(_ scheme: String) -> UInt16 { scheme == "https" ? 443 : 80 }
}
