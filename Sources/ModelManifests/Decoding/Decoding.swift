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
  /// Whether all entries of the field that is being read could be read.
  private(set) var isWhole = true
  /// The field that is being read as its table writes it for an example.
  private var example: String?

  init(_ codes: FindingCodes) {
    self.codes = codes
  }

  /// Notes that an entry of the field that is being read could not be read.
  mutating func noteUnreadEntry() { isWhole = false }

  /// Adds a finding about the field that is being read.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, hint: String? = nil, at range: SourceRange,
    notes: [Diagnostic.Note] = [], fix: Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, message, hint: hint, at: range, notes: notes, fix: fix,
        fieldPath: path.segments.isEmpty ? nil : path.description))
  }

  /// Adds a finding about a value; behind an alias, a note says where the value is written.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, hint: String? = nil, at node: YAMLNode,
    fix: Fix? = nil
  ) {
    let notes =
      node.aliasRange == nil ? [] : [Diagnostic.Note("the value is written here", at: node.range)]
    report(code, message, hint: hint, at: node.place, notes: notes, fix: fix)
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

  /// Takes the value of a field, an example of which stands by for hints.
  mutating func within<Result>(
    _ field: FieldDescription, _ read: (inout Decoding) -> Result
  ) -> Result {
    let outer = (example, isWhole)
    (example, isWhole) = ("\(field.key): \(field.example)", true)
    defer { (example, isWhole) = outer }
    return within(path.member(field.key), read)
  }

  /// Says that a value is of the wrong kind; `form` is how what stands there would be written, else
  /// an example shows it.
  mutating func reportWrongKind(
    _ node: YAMLNode, expected: String, form: (YAMLNode) -> String? = { _ in nil }
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
      hint: form(node).map { "write `\($0)`" } ?? example.map { "for example `\($0)`" },
      at: node)
  }
}
