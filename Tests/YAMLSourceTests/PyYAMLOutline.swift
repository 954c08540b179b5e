import Diagnostics
import YAMLSource

/// The same outline of a document that `Cases/outline.py` makes with PyYAML.
enum PyYAMLOutline {
  static func text(of document: String) -> String {
    let outline = Outline(document)
    guard let root = outline.documents.first?.root, outline.findings.isEmpty else {
      return "findings: \(outline.findings.map(\.message))"
    }
    var lines: [String] = []
    if !document.contains("<<") { append(root, to: &lines) }
    lines.append(value(of: root))
    return lines.joined(separator: "\n")
  }

  private static func append(_ node: YAMLNode, to lines: inout [String]) {
    let place = Outline.text(of: node.range)
    switch node.content {
    case .scalar(let scalar): lines.append("\(place) \(quoted(scalar.text))")
    case .sequence(let items):
      lines.append("\(place) list")
      for item in items { append(item, to: &lines) }
    case .mapping(let entries):
      lines.append("\(place) mapping")
      for entry in entries {
        append(entry.key, to: &lines)
        append(entry.value, to: &lines)
      }
    }
  }

  private static func value(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): quoted(scalar.text)
    case .sequence(let items): "[" + items.map(value(of:)).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { ($0.keyText ?? "", value(of: $0.value)) }
        .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
        .map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\(text.unicodeScalars.count)'\(text)'"
  }
}
