import Diagnostics

/// Texts as YAML scalars that every reader of YAML, 1.1 or 1.2, takes for these very texts.
public enum YAMLText {
  /// A text on one line: without quotes where it is read as it is, else in double quotes.
  public static func scalar(_ text: String) -> String {
    PlainText(text).isSafe ? text : quoted(text)
  }

  /// A text in double quotes; what is not printable, or hides, is escaped.
  public static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted.append(contentsOf: ["\\", scalar])
      default: quoted.append(contentsOf: VisibleText.escaping(scalar).unicodeScalars)
      }
    }
    return "\"\(String(quoted))\""
  }

  /// A text as the value of a key: several lines stand below it, `indent` spaces in, where they are
  /// read back exactly.
  static func value(_ text: String, indent: Int) -> String {
    guard let block = BlockText(text) else { return scalar(text) }
    let pad = String(repeating: " ", count: indent)
    let lines = block.lines.map { $0.isEmpty ? "" : pad + $0 }
    return ([block.header] + lines).joined(separator: "\n")
  }
}
