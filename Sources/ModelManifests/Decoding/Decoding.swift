import Diagnostics
import YAMLSource

/// The state of decoding one document: where we are, and what was found.
struct Decoding {
  /// The codes to use.
  let codes: FindingCodes
  /// The field that is being read.
  var path = FieldPath([])
  /// What was found so far.
  var diagnostics = DiagnosticList()

  init(_ codes: FindingCodes) {
    self.codes = codes
  }

  /// Adds a finding about the field that is being read.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, hint: String? = nil, at range: SourceRange,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(
        code, message, hint: hint, at: range, notes: notes,
        fieldPath: path.segments.isEmpty ? nil : path.description))
  }

  /// Adds a finding about a value; behind an alias, a note says where the value is written.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, hint: String? = nil, at node: YAMLNode
  ) {
    let notes =
      node.aliasRange == nil ? [] : [Diagnostic.Note("the value is written here", at: node.range)]
    report(code, message, hint: hint, at: node.place, notes: notes)
  }

  /// Reads inside another field and comes back.
  mutating func within<Result>(
    _ path: FieldPath, _ read: (inout Decoding) -> Result
  ) -> Result {
    let outer = self.path
    self.path = path
    defer { self.path = outer }
    return read(&self)
  }

  /// Says that a value is of the wrong kind; `form` is how a text in its place would be written.
  mutating func reportWrongKind(
    _ node: YAMLNode, expected: String, form: (String) -> String? = { _ in nil }
  ) {
    let kind =
      switch node.content {
      case .scalar(let scalar): scalar.isNull ? "nothing" : "text"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    let name = path.segments.isEmpty ? "this" : "`\(path)`"
    report(
      codes.wrongKind, "\(name) takes \(expected), and this is \(kind)",
      hint: node.filledText.flatMap { form($0) }.map { "write `\($0)`" }, at: node)
  }
}
