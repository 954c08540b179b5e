/// Makes text safe to print: what a terminal would act on, or nobody would see, is escaped.
public enum VisibleText {
  /// One line of text; control and format characters and line ends become YAML escapes (`\x1B`).
  ///
  /// Text from a server or a manifest must not move the cursor, change colours, start a line of its
  /// own, or show its characters in another order than they have.
  public static func escaping(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isVisible(scalar) {
        visible.append(scalar)
      } else {
        visible.append(contentsOf: escape(scalar).unicodeScalars)
      }
    }
    return String(visible)
  }

  /// One character: itself, or its YAML escape.
  public static func escaping(_ scalar: Unicode.Scalar) -> String {
    isVisible(scalar) ? String(scalar) : escape(scalar)
  }

  /// Whether a character is seen, and is one that texts may hold as it is.
  public static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    // U+FFFE, U+FFFF and their like in other planes are no characters.
    if scalar.value & 0xFFFE == 0xFFFE { return false }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return false
    // Joiners shape letters and emoji; other format characters only hide or reorder text.
    case .format: return scalar == "\u{200C}" || scalar == "\u{200D}"
    default: return true
    }
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, length) =
      scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: length - digits.count) + digits
  }
}
