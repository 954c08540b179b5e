/// Where a `Location` leads, as far as it matters to somebody who does not follow it.
struct RedirectTarget: CustomStringConvertible {
  /// Whether it leads to another host; anything unclear does.
  let isOtherHost: Bool
  /// The target without user information, query and fragment, which may hold secrets.
  let description: String

  init(_ location: String, from server: ServerURL) {
    let plain = location.prefix { $0 != "?" && $0 != "#" }
    if plain.hasPrefix("/") && !plain.hasPrefix("//") {
      isOtherHost = false
      description = String(plain)
      return
    }
    let absolute = plain.hasPrefix("//") ? "\(server.scheme):\(plain)" : String(plain)
    guard let origin = RedirectTarget.origin(of: absolute) else {
      isOtherHost = true
      description = "an address that cannot be read"
      return
    }
    isOtherHost = origin.host != server.host
    description = origin.description
  }

  private static func origin(of url: String) -> ServerURL? {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty else { return nil }
    return try? ServerURL(parsing: "\(parts[0])//\(parts[2])")
  }
}
