/// The cookie of a session: only these pages read it, the API knows nothing but bearer tokens.
enum SessionCookie {
  private static let name = "mlcatalog-session"
  private static let attributes = "; Path=/; HttpOnly; SameSite=Strict"

  /// The token in a `Cookie` header (RFC 6265 §4.2); nil when there is none.
  static func token(in header: String?) -> String? {
    for pair in header?.split(separator: ";") ?? [] {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == name { return String(parts[1]) }
    }
    return nil
  }

  /// A header that begins a session.
  static func begin(_ token: String) -> (String, String) {
    ("Set-Cookie", "\(name)=\(token); Max-Age=\(TokenExpiry.oneHour.seconds ?? 3600)\(attributes)")
  }

  /// A header that ends it.
  static let end = ("Set-Cookie", "\(name)=; Max-Age=0\(attributes)")
}
