/// A request target taken apart: decoded exactly once, and only here.
struct RequestTarget: Sendable {
  let path: [String]
  let query: [(name: String, value: String)]

  /// Takes a target such as `/api/v1/tables/name/a%2Fb?fields=columns` apart.
  ///
  /// Nil for a bad percent sequence, a NUL, text that is no UTF-8, a space or control character that
  /// is not encoded, or anything but an absolute path or an `http` URL with one: a proxy may be
  /// asked for the whole URL and pass it on (RFC 9112 §3.2.2).
  init?(_ raw: String) {
    let raw = RequestTarget.originForm(raw)
    guard raw.hasPrefix("/"), raw.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    let parts = raw.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path: [String] = []
    for segment in parts[0].split(separator: "/", omittingEmptySubsequences: true) {
      guard let text = RequestTarget.decoded(segment) else { return nil }
      path.append(text)
    }
    var query: [(name: String, value: String)] = []
    for item in parts.dropFirst().first?.split(separator: "&") ?? [] {
      let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // Forms write a space as "+" (WHATWG URL, application/x-www-form-urlencoded).
      let spaced = pair.map { $0.split(separator: "+", omittingEmptySubsequences: false) }
        .map { $0.joined(separator: "%20") }
      guard let name = RequestTarget.decoded(spaced[0][...]),
        let value = RequestTarget.decoded(spaced.count > 1 ? spaced[1][...] : "")
      else { return nil }
      query.append((name, value))
    }
    self.path = path
    self.query = query
  }

  /// The path and query of a target in absolute form; any other target as it is.
  private static func originForm(_ raw: String) -> Substring {
    for scheme in ["http://", "https://"] where raw.lowercased().hasPrefix(scheme) {
      let rest = raw.dropFirst(scheme.count)
      let authority = rest.prefix { !"/?#".contains($0) }
      if authority.isEmpty { return raw[...] }
      let path = rest.dropFirst(authority.count)
      return path.hasPrefix("/") ? path : "/" + path
    }
    return raw[...]
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      else { return nil }
      rest.removeFirst(2)
      bytes.append(value)
    }
    if bytes.contains(0) { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
