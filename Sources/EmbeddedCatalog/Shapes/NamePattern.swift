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

  /// A dot in the pattern does not match the end of a line.
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
