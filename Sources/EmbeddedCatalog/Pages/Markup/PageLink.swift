import FullyQualifiedNames

/// Where a link may lead: within this site, or to an address of the web; never to a script.
struct PageLink: Sendable, Hashable {
  /// The encoded target.
  let target: String

  static let home = PageLink([])

  private init(target: String) { self.target = target }

  /// A path of this site from its decoded segments.
  init(_ segments: [String], query: [(String, String)] = [], fragment: String? = nil) {
    var target = "/" + segments.map(PercentEncoding.segment).joined(separator: "/")
    if !query.isEmpty { target += "?" + PercentEncoding.query(query) }
    if let fragment { target += "#" + fragment }
    self.target = target
  }

  /// A place on the same page.
  static func fragment(_ id: String) -> PageLink { PageLink(target: "#" + id) }

  /// An address that begins with `http:` or `https:`; nil for anything else.
  static func web(_ text: String) -> PageLink? {
    let lower = text.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), text.utf8.count <= 2048,
      // Browsers drop white space and control characters, and could then see another address.
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" })
    else { return nil }
    return PageLink(target: text)
  }

  /// The page of an entity, as OpenMetadata's own pages are addressed; nil for kinds without one.
  static func entity(_ type: String, _ name: String, _ rest: String...) -> PageLink? {
    PagePath.prefix(of: type).map { PageLink($0 + [name] + rest) }
  }
}
