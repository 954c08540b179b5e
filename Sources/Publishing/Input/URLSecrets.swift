import Diagnostics
public import HTTPClient

/// Finds passwords that somebody wrote into a URL: a finding that quotes the line must not show them.
public enum URLSecrets {
  /// A user name this long, and without a password, is a token.
  private static let tokenLength = 16

  /// The passwords of `scheme://user:password@host`, and tokens in the place of a user name.
  public static func found(in text: String) -> [Secret] {
    var secrets: [Secret] = []
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      let authority = rest.prefix { !$0.isWhitespace && !"/?#\"'<>,{}[]".contains($0) }
      guard let at = authority.lastIndex(of: "@") else { continue }
      let user = authority[..<at]
      if let colon = user.firstIndex(of: ":") {
        secrets.append(Secret(String(user[user.index(after: colon)...])))
      } else if user.utf8.count >= tokenLength {
        secrets.append(Secret(String(user)))
      }
    }
    return secrets
  }
}
