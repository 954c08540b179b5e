import Diagnostics

/// Addresses of others, fit to be published.
enum ArtifactLocation {
  /// A place of data or files without what may be secret in it: a password, and a query, which may
  /// be a signature.
  static func shown(_ text: String) -> String {
    guard text.contains("://") else { return text }
    return String(withoutPassword(text).prefix { $0 != "?" && $0 != "#" })
  }

  /// A page of Azure ML's studio: of its query only what says which workspace is meant.
  static func page(_ text: String) -> String {
    let parts = text.split(separator: "?", maxSplits: 1)
    guard parts.count == 2 else { return shown(text) }
    let query = parts[1].prefix { $0 != "#" }.split(separator: "&")
      .filter { $0.hasPrefix("wsid=") || $0.hasPrefix("tid=") }
    return shown(text) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// A URI without the password in it.
  ///
  /// Over http the user name goes as well, since it may be a token; elsewhere it is part of the
  /// place, as the container in `abfss://CONTAINER@ACCOUNT.dfs.core.windows.net` is.
  private static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://"),
      let info = URLUserInfo(behindScheme: text[scheme.upperBound...])
    else { return text }
    let isWeb = ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
    return text[..<scheme.upperBound] + (isWeb || info.user.isEmpty ? "" : info.user + "@")
      + info.rest
  }
}
