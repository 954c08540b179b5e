/// The key that stands before a `:` or `=`.
struct SecretKeyPlace {
  private static let longest = 64

  /// The key without quotes; of a plain one also the words that stand before its last.
  let text: String
  /// The last word of it, which alone may be the key where text precedes it.
  let lastWord: String
  /// Where it begins, its quote included.
  let start: Int
  /// Whether its last word is the name of a parameter of a query or of a connection string.
  let isParameter: Bool

  /// Looks before the separator; nil when no word stands there.
  init?(before separator: Int, in bytes: [UInt8]) {
    var end = separator
    // A `:` at the beginning of a line belongs to the `? key` above it.
    while end > 0, SecretPlaces.isSpace(bytes[end - 1]) { end -= 1 }
    let isQuoted = end > 0 && (bytes[end - 1] == 0x22 || bytes[end - 1] == 0x27)
    if isQuoted { end -= 1 }
    var word = end
    while word > 0, end - word <= Self.longest, Self.isOfWord(bytes[word - 1]) { word -= 1 }
    // The shortest of the keys have three letters.
    guard end - word >= 1, end - word <= Self.longest else { return nil }
    var start = word
    while start > 0, end - start <= Self.longest,
      Self.isOfWord(bytes[start - 1]) || bytes[start - 1] == 0x20
    {
      start -= 1
    }
    // Spaces and dashes of list items stand before the key.
    while start < word, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard end - start >= 3 else { return nil }
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    isParameter = word > 0 && "?&;".utf8.contains(bytes[word - 1])
    lastWord =
      Self.element(before: word, bytes[word..<end], in: bytes)
      ?? String(decoding: bytes[word..<end], as: UTF8.self)
    self.start = isQuoted && start > 0 ? start - 1 : start
  }

  /// The name in a path such as `mlHyperParameters[password].value`; nil for any other word.
  private static func element(
    before word: Int, _ text: ArraySlice<UInt8>, in bytes: [UInt8]
  ) -> String? {
    guard text.elementsEqual("value".utf8), word > 2, bytes[..<word].suffix(2) == [0x5D, 0x2E],
      let bracket = bytes[..<(word - 2)].suffix(longest).lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    return String(decoding: bytes[(bracket + 1)..<(word - 2)], as: UTF8.self)
  }

  /// Whether what it names is secret.
  var isSecret: Bool { SecretKeys.contains(lastWord) || SecretKeys.contains(text) }

  /// Whether what it names is an address.
  var isOfURL: Bool {
    let word = lastWord.lowercased().filter(\.isLetter)
    return ["uri", "url", "server", "host", "endpoint", "workspace"].contains { word.hasSuffix($0) }
  }

  /// Letters, digits, `_` and `-`.
  static func isOfWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
