import FullyQualifiedNames

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
    let slash = UInt8(ascii: "/")
    guard raw.utf8.first == slash, raw.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      return nil
    }
    // Bytes, not characters: what follows a delimiter may be a combining mark.
    let parts = raw.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    var path: [String] = []
    for segment in parts[0].split(separator: slash) {
      guard let text = RequestTarget.decoded(segment) else { return nil }
      path.append(text)
    }
    var query: [(name: String, value: String)] = []
    for item in parts.dropFirst().first?.split(separator: UInt8(ascii: "&")) ?? [] {
      let pair = item.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = RequestTarget.decoded(pair[0], isForm: true),
        let value = pair.count > 1 ? RequestTarget.decoded(pair[1], isForm: true) : ""
      else { return nil }
      query.append((name, value))
    }
    self.path = path
    self.query = query
  }

  /// The path and query of a target in absolute form; any other target as it is.
  private static func originForm(_ raw: String) -> Substring {
    if raw.utf8.first == UInt8(ascii: "/") { return raw[...] }
    for scheme in ["http://", "https://"] where raw.lowercased().hasPrefix(scheme) {
      let rest = raw.dropFirst(scheme.count)
      let authority = rest.prefix { !"/?#".contains($0) }
      if authority.isEmpty { return raw[...] }
      let path = rest.dropFirst(authority.count)
      return path.hasPrefix("/") ? path : "/" + path
    }
    return raw[...]
  }

  /// Forms write a space as "+" (WHATWG URL, application/x-www-form-urlencoded).
  private static func decoded(_ text: Substring.UTF8View, isForm: Bool = false) -> String? {
    if !text.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) {
      return String(Substring(text))
    }
    let encoded = text.map { isForm && $0 == UInt8(ascii: "+") ? 0x20 : $0 }
    return PercentEncoding.decoded(encoded).flatMap { $0.utf8.contains(0) ? nil : $0 }
  }
}
