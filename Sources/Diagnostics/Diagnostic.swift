/// One finding about the user's input or catalog.
public struct Diagnostic: Sendable, Hashable {
  /// A remark beside a finding, with a place of its own when it has one.
  public struct Note: Sendable, Hashable {
    /// What is said.
    public var message: String
    /// The place meant.
    public var range: SourceRange?

    /// Makes a remark.
    public init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// Which kind of finding this is.
  public var code: DiagnosticCode
  /// How much it matters, after the project's `severity:` was applied.
  public var severity: Severity
  /// The one sentence to show when only one can be shown.
  public var message: String
  /// What to do about it.
  public var hint: String?
  /// The value at fault.
  public var range: SourceRange?
  /// Remarks, most useful first.
  public var notes: [Note]
  /// What mends it; nil when a person has to decide.
  public var fix: Fix?
  /// The changes of the file's text that carry out `fix`, none overlapping another; empty where the
  /// text allows none.
  public var edits: [TextEdit]
  /// The field path in the model (`mlFeatures[persona].description`), for `suppress:`.
  public var fieldPath: String?
  /// The `fullyQualifiedName` of the model that the finding blocks; nil when it is about no model.
  public var model: String?
  /// Whether the manifest silences it, with a reason.
  public var suppressed: Bool

  /// Makes a finding; without `severity` it has the one of the catalogue.
  public init(
    _ code: DiagnosticCode, _ message: String, severity: Severity? = nil, hint: String? = nil,
    at range: SourceRange? = nil, notes: [Note] = [], fix: Fix? = nil,
    edits: [TextEdit] = [], fieldPath: String? = nil, model: String? = nil
  ) {
    self.code = code
    self.severity = severity ?? DiagnosticCatalogue.entry(for: code)?.severity ?? .error
    self.message = message
    self.hint = hint
    self.range = range
    self.notes = notes
    self.fix = fix
    self.edits = edits
    self.fieldPath = fieldPath
    self.model = model
    self.suppressed = false
  }
}
