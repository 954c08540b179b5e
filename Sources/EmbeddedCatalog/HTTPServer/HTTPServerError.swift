/// Why the server does not listen.
enum HTTPServerError: Error, Sendable, Hashable {
  /// The host is no IPv4 address.
  case invalidHost(String)
  /// The port is taken, or the system refuses it; the text is the system's.
  case cannotListen(host: String, port: UInt16, reason: String)
}
