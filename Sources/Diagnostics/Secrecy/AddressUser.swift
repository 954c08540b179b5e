/// What stands before the `@` of an address that has no scheme, or that of the web: a user name
/// there is as good as a token.
struct AddressUser {
  /// Where it stands.
  let range: Range<Int>

  /// Looks at the value behind a separator; nil when nobody is named there.
  init?(behind separator: Int, in bytes: [UInt8]) {
    let start = bytes[(separator + 1)...].firstIndex { !" \t\"'".utf8.contains($0) }
    guard let start else { return nil }
    let value = bytes[start...].prefix {
      !SecretPlaces.isSpace($0) && !"\"'<>,{}[]".utf8.contains($0)
    }
    guard let end = value.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    var user = start
    for prefix in ["https://", "http://", "//"] {
      let head = value.prefix(prefix.utf8.count).map { $0 | 0x20 }
      if head.elementsEqual(prefix.utf8.map { $0 | 0x20 }) { user += prefix.utf8.count }
    }
    let rest = bytes[user..<max(end, user)]
    // Other schemes have containers and buckets before the `@`; a path may have one too.
    guard !rest.isEmpty, !rest.contains(UInt8(ascii: "/")) else { return nil }
    range = user..<end
  }
}
