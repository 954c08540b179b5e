import Diagnostics

/// Writes values in one canonical form: block style, two spaces for each level, quotes only where a
/// text would be read otherwise.
public struct YAMLWriter {
  private var lines: [String] = []

  private init() {}

  /// The text of a document whose root is a mapping; it ends with a line end.
  public static func text(_ root: [YAMLValue.Line]) -> String {
    var writer = YAMLWriter()
    writer.add(root, indent: 0)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  /// Writes a mapping; its first line goes on where `opening` ends.
  private mutating func add(_ mapping: [YAMLValue.Line], indent: Int, opening: String? = nil) {
    let pad = String(repeating: " ", count: indent)
    for (index, line) in mapping.enumerated() {
      let start = index == 0 ? opening ?? pad : pad
      switch line {
      case .blank: lines.append("")
      case .remark(let text):
        let comment = text.isEmpty ? "#" : "# \(VisibleText.escaping(text))"
        lines.append(start + comment)
      case .member(let key, let value):
        add(value, behind: "\(start)\(YAMLText.scalar(key)):", indent: indent)
      }
    }
  }

  /// Writes a value behind its key or its dash, which stands `indent` columns in.
  private mutating func add(_ value: YAMLValue, behind start: String, indent: Int) {
    switch value {
    case .text(let text):
      lines.append("\(start) \(YAMLText.value(text, indent: indent + 2))")
    case .plain(let text): lines.append("\(start) \(text)")
    case .nothing: lines.append("\(start) ~")
    case .list([]): lines.append("\(start) []")
    case .mapping([]): lines.append("\(start) {}")
    case .list(let items):
      lines.append(start)
      let dash = String(repeating: " ", count: indent + 2) + "-"
      for item in items { addItem(item, dash: dash, indent: indent + 2) }
    case .mapping(let mapping):
      lines.append(start)
      add(mapping, indent: indent + 2)
    }
  }

  private mutating func addItem(_ item: YAMLValue, dash: String, indent: Int) {
    if case .mapping(let mapping) = item, !mapping.isEmpty {
      add(mapping, indent: indent + 2, opening: dash + " ")
    } else {
      add(item, behind: dash, indent: indent)
    }
  }
}
