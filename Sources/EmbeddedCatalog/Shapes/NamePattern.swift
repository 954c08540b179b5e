/// The characters a name may have.
enum NamePattern {
  /// The pattern of OpenMetadata's `entityName` on a line.
  static func text(line: ServerLine) -> String {
    line.hasStrictNames ? #"^((?!::)[^>\"\x00-\x1f])*$"# : "^((?!::).)*$"
  }

  static func admits(_ name: String, line: ServerLine) -> Bool {
    var previous: UInt8 = 0
    for byte in name.utf8 {
      if byte == 0x3A, previous == 0x3A { return false }
      if line.hasStrictNames ? byte < 0x20 || byte == 0x3E || byte == 0x22 : isLineEnd(byte) {
        return false
      }
      previous = byte
    }
    return true
  }

  /// The pattern of the name of a custom property on later lines.
  static let customProperty = #"^[A-Za-z0-9][A-Za-z0-9 _\-.,;%#@!'(){}\[\]|=+?`]*$"#

  static func admits(customProperty name: String, line: ServerLine) -> Bool {
    if line < ServerLine(1, 13) { return true }
    let letters = name.unicodeScalars
    let isPlain = { (letter: Unicode.Scalar) in
      letter.isASCII && letter.properties.isAlphabetic || ("0"..."9").contains(letter)
    }
    return letters.first.map(isPlain) == true
      && letters.allSatisfy { isPlain($0) || " _-.,;%#@!'(){}[]|=+?`".unicodeScalars.contains($0) }
  }

  /// A dot in the pattern does not match the end of a line.
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
