/// Texts as scalars of a YAML file.
public enum ScalarText {
  /// A text in the style of the scalar in whose place it is to stand.
  ///
  /// A plain one gets quotes where it would be read otherwise. Nil for a text that the style cannot
  /// hold on one line, and for blocks, whose remarks would be lost.
  public static func text(_ text: String, like style: YAMLScalarStyle) -> String? {
    guard text.unicodeScalars.allSatisfy(isPrintable) else { return nil }
    return switch style {
    case .plain: isPlain(text) ? text : quoted(text)
    case .singleQuoted: singleQuoted(text)
    case .doubleQuoted: doubleQuoted(text)
    case .literal, .folded: nil
    }
  }

  /// A text of one line in quotes: double ones unless it holds such quotes or backslashes itself.
  public static func quoted(_ text: String) -> String {
    text.contains(where: { "\"\\".contains($0) }) ? singleQuoted(text) : doubleQuoted(text)
  }

  private static func singleQuoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// Whether a text can stand without quotes anywhere, also in brackets.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isOfWord(first), last != " ", PlainType(text) == .text
    else { return false }
    return text.unicodeScalars.allSatisfy { isOfWord($0) || "-./@ ".unicodeScalars.contains($0) }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
