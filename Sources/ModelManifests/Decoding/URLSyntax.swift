import Diagnostics

/// The characters of RFC 3986, as far as OpenMetadata's clients insist on them.
public enum URLSyntax {
  /// Whether `text` has a scheme, something after it, and only characters that a URL may have.
  public static func isAbsolute(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text.utf8[..<colon]
    guard let first = scheme.first, isLetter(first), scheme.allSatisfy(isSchemeCharacter) else {
      return false
    }
    let rest = text.utf8[text.utf8.index(after: colon)...]
    let host = rest.starts(with: "//".utf8) ? rest.dropFirst(2) : rest
    return !host.isEmpty && hasOnlyURLCharacters(rest)
  }

  /// Whether a user name with a password stands before the host (RFC 3986, section 3.2.1); a name
  /// alone is none, as in `abfss://container@account.dfs.core.windows.net`.
  public static func hasPassword(_ text: String) -> Bool {
    guard let scheme = text.firstRange(of: "://") else { return false }
    return URLUserInfo(behindScheme: text[scheme.upperBound...])?.password != nil
  }

  /// The text without what stands before an `@`, which may be a password.
  static func shown(_ text: String) -> String {
    guard let end = text.lastIndex(of: "@") else { return text }
    return "<redacted>" + text[end...]
  }

  private static func hasOnlyURLCharacters(_ text: Substring.UTF8View) -> Bool {
    var bytes = text.makeIterator()
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = bytes.next(), let low = bytes.next(), isHex(high), isHex(low) else {
          return false
        }
      } else if byte <= 0x20 || byte == 0x7F || "\"<>\\^`{|}".utf8.contains(byte) {
        return false
      }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isSchemeCharacter(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "+-.".utf8.contains(byte)
  }
}
