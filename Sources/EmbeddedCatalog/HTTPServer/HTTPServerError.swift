/// Why the server does not listen.
enum HTTPServerError: Error, Sendable, Hashable {
  /// The host is no numeric IPv4 or IPv6 address.
  case invalidHost(String)
  /// The port is taken, or the system refuses it; the text is the system's.
  case cannotListen(host: String, port: UInt16, reason: String)
}

extension HTTPServerError: CustomStringConvertible {
  /// What is wrong, without a full stop.
  var description: String {
    switch self {
    case .invalidHost(let host): "'\(host)' is no numeric IPv4 or IPv6 address"
    case .cannotListen(let host, let port, let reason):
      "cannot listen on port \(port) of \(host): \(reason)"
    }
  }
}
