import Diagnostics
import YAMLSource

/// What the parser makes of a text, written so that a test can show it.
struct Outline {
  let documents: [YAMLDocument]
  let findings: [Diagnostic]

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    var list = DiagnosticList()
    documents = YAMLParser.documents(
      in: SourceFile(path: "m.yaml", bytes: bytes), diagnostics: &list)
    findings = list.sorted
  }

  /// `CODE line:column-line:column` of each finding.
  var places: [String] { findings.map { "\($0.code.rawValue) \(Self.text(of: $0.range))" } }

  /// One line for each node of the first document, its range first, children indented.
  var lines: [String] {
    guard let root = documents.first?.root else { return [] }
    return Self.lines(of: root, indent: "", label: "")
  }

  /// The values of the first document alone, on one line.
  var value: String { documents.first?.root.map(Self.value(of:)) ?? "nothing" }

  static func value(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar):
      scalar.isNull ? "null" : "'\(scalar.text)'"
    case .sequence(let items): "[" + items.map(value(of:)).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.keyText ?? "?"): \(value(of: $0.value))" }.joined(separator: ", ")
        + "}"
    }
  }

  static func text(of range: SourceRange?) -> String {
    guard let range else { return "-" }
    return "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  private static func lines(of node: YAMLNode, indent: String, label: String) -> [String] {
    let alias = node.aliasRange.map { " via \(text(of: $0))" } ?? ""
    let head = "\(indent)\(label)\(text(of: node.range))"
    switch node.content {
    case .scalar(let scalar): return ["\(head) '\(scalar.text)'\(alias)"]
    case .sequence(let items):
      return ["\(head) list\(alias)"]
        + items.flatMap { lines(of: $0, indent: indent + "  ", label: "- ") }
    case .mapping(let entries):
      return ["\(head) mapping\(alias)"]
        + entries.flatMap { entry in
          lines(of: entry.key, indent: indent + "  ", label: "key ")
            + lines(of: entry.value, indent: indent + "  ", label: "= ")
        }
    }
  }
}
