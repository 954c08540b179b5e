/// The word that stands before a `:` or `=`.
struct SecretKeyPlace {
  private static let longest = 64

  /// The word without quotes.
  let text: String
  /// Where it begins, its quote included.
  let start: Int

  /// Looks before the separator; nil when no word stands there.
  init?(before separator: Int, in bytes: [UInt8]) {
    var end = separator
    // A `:` at the beginning of a line belongs to the `? key` above it.
    while end > 0, SecretPlaces.isSpace(bytes[end - 1]) { end -= 1 }
    let isQuoted = end > 0 && (bytes[end - 1] == 0x22 || bytes[end - 1] == 0x27)
    if isQuoted { end -= 1 }
    var start = end
    while start > 0, end - start <= Self.longest, Self.isOfWord(bytes[start - 1]) { start -= 1 }
    // The shortest of the keys have three letters.
    guard end - start >= 3, end - start <= Self.longest else { return nil }
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    self.start = isQuoted && start > 0 ? start - 1 : start
  }

  /// Letters, digits, `_` and `-`.
  static func isOfWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
