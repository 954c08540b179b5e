import Glibc

/// A numeric IPv4 or IPv6 address with a port, in the form the system takes.
enum ListenAddress {
  case ipv4(sockaddr_in)
  case ipv6(sockaddr_in6)

  /// Nil for a text that is no numeric address, such as a name or an address in brackets.
  init?(host: String, port: UInt16) {
    var ipv4 = sockaddr_in()
    var ipv6 = sockaddr_in6()
    if inet_pton(AF_INET, host, &ipv4.sin_addr) == 1 {
      ipv4.sin_family = sa_family_t(AF_INET)
      ipv4.sin_port = port.bigEndian
      self = .ipv4(ipv4)
    } else if inet_pton(AF_INET6, host, &ipv6.sin6_addr) == 1 {
      ipv6.sin6_family = sa_family_t(AF_INET6)
      ipv6.sin6_port = port.bigEndian
      self = .ipv6(ipv6)
    } else {
      return nil
    }
  }

  /// Whether it is an IPv6 address.
  var isIPv6: Bool { if case .ipv6 = self { true } else { false } }

  /// Gives a pointer to the system's form of it.
  func withPointer<Value>(_ body: (UnsafeMutableRawPointer) -> Value) -> Value {
    switch self {
    case .ipv4(var address): withUnsafeMutablePointer(to: &address) { body($0) }
    case .ipv6(var address): withUnsafeMutablePointer(to: &address) { body($0) }
    }
  }
}
