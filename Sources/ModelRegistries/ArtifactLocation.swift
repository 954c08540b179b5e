/// Where data or files are, fit to be published.
enum ArtifactLocation {
  /// A place without what may be secret in it: user name, password, signature in a query.
  static func shown(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    let rest = text[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let authority = rest.prefix { $0 != "/" }
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
    return String(text[..<scheme.upperBound] + (host ?? authority) + rest[authority.endIndex...])
  }
}
