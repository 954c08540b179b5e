/// Reads a ``ServerURL`` from left to right.
struct ServerURLParser {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  mutating func parse() throws(ServerURLError) -> ServerURL {
    guard rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ServerURLError("the URL holds white space or characters outside ASCII")
    }
    if rest.contains("\\") { throw ServerURLError("the URL holds a backslash") }
    if rest.contains(where: { $0 == "?" || $0 == "#" }) {
      throw ServerURLError("the URL holds a query or a fragment")
    }
    let scheme = try scheme()
    let path = try path()
    if rest.contains("@") {
      throw ServerURLError("the URL holds a user name or a password; give the token separately")
    }
    let (name, port) = try splitPort()
    return ServerURL(
      scheme: scheme, host: try host(name), port: port ?? ServerURL.defaultPort(scheme),
      path: path)
  }

  private mutating func scheme() throws(ServerURLError) -> String {
    for scheme in ["https", "http"]
    where rest.prefix(scheme.count + 3).lowercased() == scheme + "://" {
      rest.removeFirst(scheme.count + 3)
      return scheme
    }
    throw ServerURLError("the URL does not begin with http:// or https://")
  }

  /// Takes the path off the end, so that the authority is left.
  private mutating func path() throws(ServerURLError) -> String {
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    var path = rest[slash...]
    rest = rest[..<slash]
    while path.hasSuffix("/") { path.removeLast() }
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty { return "" }
    for segment in segments where segment.isEmpty || segment == "." || segment == ".." {
      throw ServerURLError("the path of the URL holds an empty segment, '.' or '..'")
    }
    guard isPath(path) else {
      throw ServerURLError("the path of the URL holds a character that must be percent-encoded")
    }
    return String(path)
  }

  /// RFC 3986 §3.3: `pchar` and slashes, each `%` followed by two hexadecimal digits.
  private func isPath(_ path: Substring) -> Bool {
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let first = rest.popFirst(), let second = rest.popFirst(),
          isHexDigit(first), isHexDigit(second)
        else { return false }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        continue
      default:
        guard "/-._~!$&'()*+,;=:@".utf8.contains(byte) else { return false }
      }
    }
    return true
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }

  private func splitPort() throws(ServerURLError) -> (name: Substring, port: UInt16?) {
    let end = rest.hasPrefix("[") ? rest.firstIndex(of: "]") ?? rest.startIndex : rest.startIndex
    guard let colon = rest[end...].firstIndex(of: ":") else { return (rest, nil) }
    let digits = rest[rest.index(after: colon)...]
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(digits), port > 0
    else { throw ServerURLError("the port of the URL is not a number from 1 to 65535") }
    return (rest[..<colon], port)
  }

  private func host(_ name: Substring) throws(ServerURLError) -> String {
    if name.hasPrefix("[") { return try bracketed(name) }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    let relative = labels.last == "" ? labels.dropLast() : labels[...]
    let isPlain = relative.allSatisfy { label in
      (1...63).contains(label.utf8.count)
        && label.utf8.allSatisfy { $0 == 0x2D || $0 == 0x5F || isLetterOrDigit($0) }
    }
    guard let last = relative.last, isPlain, name.utf8.count <= 254 else {
      throw ServerURLError("the host of the URL is not a valid name (write xn--… for Unicode)")
    }
    if looksNumeric(last), !IPAddress.isIPv4(name) {
      throw ServerURLError(
        "the host of the URL is a number but not an IPv4 address of four decimal parts")
    }
    return name.lowercased()
  }

  /// Resolvers read names that end in a number as addresses, in octal and in hexadecimal too.
  private func looksNumeric(_ label: Substring) -> Bool {
    label.utf8.allSatisfy { (48...57).contains($0) } || label.lowercased().hasPrefix("0x")
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private func bracketed(_ name: Substring) throws(ServerURLError) -> String {
    guard name.hasSuffix("]"),
      let groups = IPAddress.groups(ofIPv6: name.dropFirst().dropLast())
    else { throw ServerURLError("the host of the URL is not a valid IPv6 address in brackets") }
    if groups == [0, 0, 0, 0, 0, 0, 0, 1] { return "[::1]" }
    return "[" + groups.map { String($0, radix: 16) }.joined(separator: ":") + "]"
  }
}
