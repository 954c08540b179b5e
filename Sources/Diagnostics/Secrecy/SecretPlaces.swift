/// Finds what nobody may see in the text of a file: values under the keys of ``SecretKeys``,
/// passwords in URLs, and signed tokens.
///
/// The text need not be valid YAML: a file that cannot be read is quoted too. Where the form leaves
/// open how far a secret goes, too much is hidden rather than too little. Every byte is looked at a
/// bounded number of times.
struct SecretPlaces {
  private let bytes: [UInt8]
  private var found: [Range<Int>] = []
  private var aliases: Set<ArraySlice<UInt8>> = []
  /// Up to where the text is hidden already.
  private var hidden = 0
  /// Up to where URLs, and tokens, were looked for.
  private var (urlEnd, tokenEnd) = (0, 0)

  /// The places in their order, none touching another, each within one line.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var places = SecretPlaces(bytes: bytes)
    places.scan()
    // A value behind an alias may itself hold aliases.
    for _ in 0..<3 where !places.aliases.isEmpty { places.followAliases() }
    return places.merged
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func scan() {
    var line = SecretLine()
    var index = 0
    while index < bytes.count {
      line.take(bytes[index], at: index)
      switch bytes[index] {
      case UInt8(ascii: ":"):
        if index >= urlEnd { hidePassword(ofURLFrom: index + 3) }
        hideValue(behind: index, in: line)
      case UInt8(ascii: "="): hideValue(behind: index, in: line)
      case UInt8(ascii: "e") where index >= tokenEnd: hideToken(from: index)
      default: break
      }
      index += 1
      while index < hidden {
        line.take(bytes[index], at: index, isHidden: true)
        index += 1
      }
    }
  }

  private mutating func hideValue(behind separator: Int, in line: SecretLine) {
    guard let key = SecretKeyPlace(before: separator, in: bytes) else { return }
    if key.isOfURL, let user = AddressUser(behind: separator, in: bytes) { add(user.range) }
    guard key.isSecret else { return }
    hide(
      SecretValue(
        behind: separator, column: max(key.start - line.start, 0), of: line, in: bytes))
  }

  private mutating func hide(_ value: SecretValue) {
    for range in value.ranges { add(range) }
    aliases.formUnion(value.aliases)
  }

  private mutating func add(_ range: Range<Int>) {
    let range = range.clamped(to: bytes.indices)
    guard !range.isEmpty else { return }
    found.append(range)
    hidden = max(hidden, range.upperBound)
  }

  /// Hides the values that aliases under secret keys stand for.
  private mutating func followAliases() {
    let names = aliases
    aliases = []
    hidden = 0
    var line = SecretLine()
    for index in bytes.indices {
      line.take(bytes[index], at: index)
      guard bytes[index] == UInt8(ascii: "&"), index >= hidden else { continue }
      let name = bytes[(index + 1)...].prefix { !Self.isSpace($0) && !",{}[]".utf8.contains($0) }
      guard names.contains(name) else { continue }
      hide(
        SecretValue(
          behind: name.endIndex - 1, column: line.indentation, of: line, in: bytes))
    }
  }

  /// Hides the password of a URL; a long user name without a password is a token.
  private mutating func hidePassword(ofURLFrom start: Int) {
    guard bytes[(start - 2)...].starts(with: "//".utf8) else { return }
    let rest = bytes[start...].prefix { !Self.isSpace($0) && !"\"'<>,{}[]".utf8.contains($0) }
    urlEnd = rest.endIndex
    // A character for each byte, since decoding would replace invalid ones by longer ones.
    let text = String(String.UnicodeScalarView(rest.map { Unicode.Scalar($0) }))
    guard let info = URLUserInfo(behindScheme: text[...]) else { return }
    let user = start..<(start + info.user.unicodeScalars.count)
    if let password = info.password {
      add((user.upperBound + 1)..<(user.upperBound + 1 + password.unicodeScalars.count))
    } else if user.count >= 16 {
      add(user)
    }
  }

  /// Hides a JSON Web Token (RFC 7519): Base64 of `{"`, and parts between dots.
  private mutating func hideToken(from start: Int) {
    guard bytes[start...].starts(with: "eyJ".utf8) else { return }
    let token = bytes[start...].prefix { SecretKeyPlace.isOfWord($0) || $0 == UInt8(ascii: ".") }
    tokenEnd = token.endIndex
    if token.count >= 20, token.contains(UInt8(ascii: ".")) {
      add(token.startIndex..<token.endIndex)
    }
  }

  private var merged: [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isLineEnd(byte)
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
