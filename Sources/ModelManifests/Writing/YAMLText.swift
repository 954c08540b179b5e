import Diagnostics
import YAMLSource

/// Texts as YAML, in the one form in which manifests are written.
public enum YAMLText {
  /// A text on one line: without quotes where every reader of YAML takes it for this very text.
  public static func scalar(_ text: String) -> String { ScalarText.scalar(text) }

  /// A text on one line, in quotes.
  public static func quoted(_ text: String) -> String { ScalarText.quoted(text) }

  /// A text as the value of a key: several lines stand below it, `indent` spaces in, where they are
  /// read back exactly.
  static func value(_ text: String, indent: Int) -> String {
    guard !RunnerCommands.areIn(text), let block = BlockText(text) else { return scalar(text) }
    let pad = String(repeating: " ", count: indent)
    let lines = block.lines.map { $0.isEmpty ? "" : pad + $0 }
    return ([block.header] + lines).joined(separator: "\n")
  }
}
