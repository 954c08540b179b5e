/// Finds what nobody may see in the text of a file: values under the keys of ``SecretKeys``,
/// passwords in URLs, and tokens and keys that are known by their form.
///
/// The text need not be valid YAML: a file that cannot be read is quoted too. Where the form leaves
/// open how far a secret goes, too much is hidden rather than too little. Every byte is looked at a
/// bounded number of times.
struct SecretPlaces {
  /// How much of a text speaks of secrets.
  enum Reading {
    /// Only what is known by its form.
    case forms
    /// Besides, what stands behind a secret's name and `=`.
    case assignments
    /// Besides, what stands behind a secret's name and `:`.
    case keys
  }

  private let bytes: [UInt8]
  private let reading: Reading
  /// What was known by its form, each kind once; passwords that stand for others are left out.
  private(set) var kinds: [SecretKind] = []
  private var found: [Range<Int>] = []
  private var aliases: Set<ArraySlice<UInt8>> = []
  /// Up to where the text is hidden already.
  private var hidden = 0
  /// Up to where URLs, and tokens, were looked for.
  private var (urlEnd, tokenEnd) = (0, 0)

  /// The places in their order, none touching another, each within one line.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var places = SecretPlaces(in: bytes, .keys)
    // A value behind an alias may itself hold aliases.
    for _ in 0..<3 where !places.aliases.isEmpty { places.followAliases() }
    return places.ranges
  }

  /// Reads a text.
  init(in bytes: [UInt8], _ reading: Reading) {
    self.bytes = bytes
    self.reading = reading
    scan()
  }

  private mutating func scan() {
    var line = SecretLine()
    var index = 0
    while index < bytes.count {
      line.take(bytes[index], at: index)
      switch bytes[index] {
      case UInt8(ascii: ":"):
        if index >= urlEnd { hidePassword(ofURLFrom: index + 3) }
        if reading == .keys { hideValue(behind: index, in: line) }
      case UInt8(ascii: "="):
        if reading == .forms {
          hideParameter(behind: index, in: line)
        } else {
          hideValue(behind: index, in: line)
        }
      case UInt8(ascii: "-") where bytes[index...].starts(with: "-----BEGIN ".utf8):
        hidePrivateKey(from: index)
      case UInt8(ascii: "e") where index >= tokenEnd: hideToken(from: index)
      default: break
      }
      if index >= tokenEnd, let token = TokenForm.token(at: index, in: bytes) {
        tokenEnd = token.range.upperBound
        note(.token(token.name))
        add(token.range)
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
    if reading == .keys, key.lastWord == "name" { hideValue(besideName: separator, key, in: line) }
    guard key.isSecret else { return }
    hide(
      SecretValue(
        behind: separator, column: max(key.start - line.start, 0), of: line, in: bytes))
  }

  /// Hides the value of the mapping in which a secret is named.
  private mutating func hideValue(
    besideName separator: Int, _ key: SecretKeyPlace, in line: SecretLine
  ) {
    let column = max(key.start - line.start, 0)
    guard
      let other = NamedValue.separator(
        besideName: separator, column: column, of: line, in: bytes)
    else { return }
    let place = SecretLine(at: other, in: bytes)
    let end = hidden
    hide(SecretValue(behind: other, column: column, of: place, in: bytes))
    // What stands between the two is still to be looked at.
    hidden = end
  }

  /// Hides the value of a parameter of a query or of a connection string.
  private mutating func hideParameter(behind separator: Int, in line: SecretLine) {
    guard let key = SecretKeyPlace(before: separator, in: bytes), key.isParameter,
      SecretKeys.contains(key.lastWord)
    else { return }
    let value = SecretValue(behind: separator, column: 0, of: line, in: bytes)
    guard let range = value.ranges.first else { return }
    if isLiteral(range) { note(.parameter(key.lastWord)) }
    hide(value)
  }

  /// Hides what stands between the lines that begin and end a private key.
  private mutating func hidePrivateKey(from start: Int) {
    let label = bytes[(start + 11)...].prefix { $0 == 0x20 || (0x41...0x5A).contains($0) }
    guard label.endIndex - start < 64, label.reversed().starts(with: "PRIVATE KEY".utf8.reversed()),
      bytes[label.endIndex...].starts(with: "-----".utf8)
    else { return }
    note(.privateKey)
    var index = label.endIndex + 5
    while index < bytes.count, !bytes[index...].starts(with: "-----END".utf8) {
      let end = bytes[index...].firstIndex(where: Self.isSpace) ?? bytes.count
      let isLast = bytes[index..<end].firstRange(of: Array("-----END".utf8))
      add(index..<(isLast?.lowerBound ?? end))
      index = isLast?.lowerBound ?? end + 1
    }
  }

  private mutating func note(_ kind: SecretKind) {
    if !kinds.contains(kind) { kinds.append(kind) }
  }

  private func isLiteral(_ range: Range<Int>) -> Bool {
    SecretText.isLiteral(String(decoding: bytes[range], as: UTF8.self))
  }

  private mutating func hide(_ value: SecretValue) {
    for range in value.ranges { add(range) }
    aliases.formUnion(value.aliases)
  }

  /// Whether a stretch is what stands for a secret already.
  private func isHidden(_ range: Range<Int>) -> Bool {
    let mark = Array(SecretText.mark.utf8)
    return bytes[range].elementsEqual(mark)
      || bytes[range].elementsEqual(mark.dropLast())
        && bytes[range.upperBound...].first == mark.last
  }

  private mutating func add(_ range: Range<Int>) {
    let range = range.clamped(to: bytes.indices)
    guard !range.isEmpty, !isHidden(range) else { return }
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
      let start = user.upperBound + 1
      let range = start..<(start + password.unicodeScalars.count)
      if isLiteral(range) { note(.password) }
      add(range)
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
      let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      if parts.count >= 3, parts.dropFirst().first?.starts(with: "eyJ".utf8) == true {
        note(.token("a signed token (JWT)"))
      }
      add(token.startIndex..<token.endIndex)
    }
  }

  /// The places in their order, none touching another, each within one line.
  var ranges: [Range<Int>] {
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
