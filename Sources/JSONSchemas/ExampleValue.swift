import Diagnostics
import JSONDocuments
import YAMLSource

/// Examples of the field table, which are written in YAML, as JSON.
enum ExampleValue {
  /// The value; nil for a text that is no YAML.
  static func json(_ example: String) -> JSON? {
    var findings = DiagnosticList()
    let file = SourceFile(path: "example", bytes: Array(example.utf8))
    guard let root = YAMLParser.documents(in: file, diagnostics: &findings).first?.root,
      findings.items.isEmpty
    else { return nil }
    return json(root)
  }

  private static func json(_ node: YAMLNode) -> JSON {
    switch node.content {
    case .scalar(let scalar): json(scalar)
    case .sequence(let items): .array(items.map { json($0) })
    case .mapping(let entries):
      .object(
        JSONObject(
          entries.map { JSONObject.Member(key: $0.keyText ?? "", value: json($0.value)) }))
    }
  }

  /// A number stays one, so that editors propose it as people write it.
  private static func json(_ scalar: YAMLScalar) -> JSON {
    let isPlain = scalar.style == .plain
    if isPlain, [.integer, .number].contains(PlainType(scalar.text)),
      let number = try? JSON(parsing: Array(scalar.text.utf8))
    {
      return number
    }
    return .string(scalar.text)
  }
}
