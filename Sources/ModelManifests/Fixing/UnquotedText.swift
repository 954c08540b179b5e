public import Diagnostics
import YAMLSource

/// Finds texts without quotes that other readers of YAML take for something else.
public struct UnquotedText {
  private var found: [Diagnostic] = []
  private var seen: Set<SourceRange> = []

  /// The findings in a file that is YAML; none in any other.
  public static func findings(in file: SourceFile, _ kind: FixableFile.Kind) -> [Diagnostic] {
    var text = DiagnosticList()
    let documents = YAMLParser.documents(in: file, diagnostics: &text)
    guard !text.contains(atLeast: .error) else { return [] }
    var search = UnquotedText()
    for root in documents.compactMap(\.root) {
      let fields = kind == .manifest ? ManifestFields.model : ManifestFields.projectConfig
      search.look(at: root, .record(fields), FieldPath([]))
    }
    return search.found
  }

  private mutating func look(at node: YAMLNode, _ shape: FieldShape, _ path: FieldPath) {
    switch (shape, node.content) {
    case (.text, .scalar(let scalar)): check(scalar, node, path) { $0 != .integer }
    case (.value, .scalar(let scalar)): check(scalar, node, path) { $0 == .date }
    case (.list(let inner), .sequence(let items)):
      for (index, item) in items.enumerated() {
        look(at: item, inner, path.element(String(index + 1)))
      }
    case (.record(let fields), .mapping(let entries)):
      for entry in entries {
        guard let field = fields.first(where: { $0.key == entry.keyText }) else { continue }
        look(at: entry.value, field.shape, path.member(field.key))
      }
    case (.dictionary(let inner), .mapping(let entries)):
      for entry in entries {
        guard let key = entry.keyText, !key.hasPrefix("x-") else { continue }
        look(at: entry.value, inner, path.element(key))
      }
    case (.text, _), (.value, _), (.words, _), (.list, _), (.record, _), (.dictionary, _),
      (.anything, _):
      return
    }
  }

  /// Notes a plain scalar that is no text to others, unless they read what is written; `isOther`
  /// says of which types that is never so.
  private mutating func check(
    _ scalar: YAMLScalar, _ node: YAMLNode, _ path: FieldPath, _ isOther: (PlainType) -> Bool
  ) {
    let type = PlainType(scalar.text)
    guard scalar.style == .plain, scalar.tag == nil, node.aliasRange == nil,
      type != .text, type != .null, isOther(type) || !type.keepsItsSpelling(scalar.text),
      seen.insert(node.range).inserted
    else { return }
    found.append(
      Diagnostic(
        .unquotedText, "other readers of YAML take `\(scalar.text)` for \(type.words)",
        hint: "write `\(ScalarText.quoted(scalar.text))`", at: node.range,
        fix: .quote(scalar.text), fieldPath: path.description))
  }
}

extension PlainType {
  /// Whether what is read is what is written: `3`, `0.30` and `true`, but not `1_000`, `007`, `yes`
  /// or `12:30`.
  fileprivate func keepsItsSpelling(_ text: String) -> Bool {
    switch self {
    case .text, .null: true
    case .boolean: ["true", "false"].contains(text.lowercased())
    case .integer: text.wholeMatch(of: #/-?(0|[1-9][0-9]*)/#) != nil
    case .number: !text.contains { ":_".contains($0) }
    case .date: false
    }
  }

  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .null: "nothing"
    case .boolean: "a truth value"
    case .integer, .number: "a number"
    case .date: "a date"
    }
  }
}
