/// A path and query of this site, to return to after signing in.
struct LocalTarget: Sendable, Hashable {
  static let home = LocalTarget(unchecked: "/")

  /// The encoded target.
  let text: String

  private init(unchecked text: String) { self.text = text }

  /// Takes a target as a browser sent it; nil for anything that could lead to another site.
  ///
  /// Browsers read `//host`, and `\` as `/`, and drop tabs and ends of lines before they look
  /// (WHATWG URL standard), so that nothing but plain, visible ASCII passes.
  init?(_ text: String) {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2048,
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
      let target = RequestTarget(text), target.path.first != "signin",
      target.path.first != "logout",
      target.path.first != "api"
    else { return nil }
    self.text = text
  }

  /// The target as a link; what it holds is encoded again, the same way.
  var link: PageLink {
    guard let target = RequestTarget(text) else { return .home }
    return PageLink(target.path, query: target.query.map { ($0.name, $0.value) })
  }
}
