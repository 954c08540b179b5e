import Diagnostics

/// Texts as scalars of a YAML file.
public enum ScalarText {
  /// A text on one line: without quotes where every reader of YAML, 1.1 or 1.2, takes it for this
  /// very text.
  public static func scalar(_ text: String) -> String {
    let isSafe = PlainText(text).isSafe(inBrackets: false) && !RunnerCommands.areIn(text)
    return isSafe ? text : quoted(text)
  }

  /// A text as an item in brackets, for hints: what is read as text here stands without quotes, a
  /// number such as `0.30` too.
  public static func item(_ text: String) -> String {
    let isText = PlainText(text).isFreeOfSigns(inBrackets: true) && PlainType(text) != .null
    return isText ? text : quoted(text)
  }

  /// A text in the style of the scalar in whose place it is to stand, wherever that is.
  ///
  /// A plain one gets quotes where it would be read otherwise. Nil for a text that the style cannot
  /// hold on one line, and for blocks, whose remarks would be lost.
  public static func text(_ text: String, like style: YAMLScalarStyle) -> String? {
    guard text.unicodeScalars.allSatisfy(VisibleText.isVisible) else { return nil }
    return switch style {
    case .plain: PlainText(text).isSafe(inBrackets: true) ? text : quoted(text)
    case .singleQuoted: singleQuoted(text)
    case .doubleQuoted: doubleQuoted(text)
    case .literal, .folded: nil
    }
  }

  /// A text on one line, in the quotes that need fewer escapes.
  ///
  /// What is not printable, or hides, is always escaped, which double quotes alone can, and so is
  /// what a runner would take for a command where the file is printed.
  public static func quoted(_ text: String) -> String {
    let isVisible =
      text.unicodeScalars.allSatisfy(VisibleText.isVisible) && !RunnerCommands.areIn(text)
    let hasSigns = text.contains { "\"\\".contains($0) }
    return isVisible && hasSigns ? singleQuoted(text) : doubleQuoted(text)
  }

  private static func singleQuoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      ["\"", "\\"].contains(scalar) ? "\\\(scalar)" : VisibleText.escaping(scalar)
    }
    return RunnerCommands.escaped(inYAML: "\"\(escaped.joined())\"")
  }
}
