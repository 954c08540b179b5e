/// Addresses of others, fit to be published.
enum ArtifactLocation {
  /// A place of data or files without what may be secret in it: a password, and a query, which may
  /// be a signature.
  static func shown(_ text: String) -> String {
    guard text.contains("://") else { return text }
    return withoutPassword(String(text.prefix { $0 != "?" && $0 != "#" }))
  }

  /// A URI without the password in it.
  ///
  /// Over http the user name goes as well, since it may be a token; elsewhere it is part of the
  /// place, as the container in `abfss://CONTAINER@ACCOUNT.dfs.core.windows.net` is.
  static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return text }
    let isWeb = ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
    let user = isWeb ? "" : authority[..<at].prefix { $0 != ":" }
    let host = authority[authority.index(after: at)...]
    return String(
      text[..<scheme.upperBound] + (user.isEmpty ? "" : user + "@") + host
        + rest[authority.endIndex...])
  }
}
