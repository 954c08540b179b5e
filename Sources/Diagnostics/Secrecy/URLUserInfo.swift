/// User name and password before the host of a URL (RFC 3986, section 3.2.1).
///
/// People forget to encode the password, so that it may hold `/`, `?`, `#` and `@`. Where that
/// leaves open what is meant, the password is taken to be as long as it can be.
public struct URLUserInfo: Sendable {
  /// The user name, or a token in its place.
  public let user: Substring
  /// The password, which may be empty; nil when there is no colon.
  public let password: Substring?
  /// What follows the `@`: host, port, path and all else.
  public let rest: Substring

  /// Looks behind the `://` of a URL; nil when no user info stands there.
  ///
  /// - Parameter text: What follows the `://`, up to where the URL ends.
  public init?(behindScheme text: Substring) {
    let authority = text.prefix { !"/?#\\".contains($0) }
    let own = authority.lastIndex(of: "@")
    let colon = (own.map { authority[..<$0] } ?? authority).firstIndex(of: ":")
    guard let colon else {
      guard let own else { return nil }
      self.init(text, user: text[..<own], password: nil, at: own)
      return
    }
    if own == nil {
      let port = authority[authority.index(after: colon)...]
      // An address of IPv6 stands in brackets; digits behind a colon are a port.
      guard !authority.hasPrefix("["), !port.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return nil
      }
    }
    guard let last = text.lastIndex(of: "@") else { return nil }
    self.init(text, user: text[..<colon], password: text[text.index(after: colon)..<last], at: last)
  }

  private init(_ text: Substring, user: Substring, password: Substring?, at end: Substring.Index) {
    self.user = user
    self.password = password
    rest = text[text.index(after: end)...]
  }
}
