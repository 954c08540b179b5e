/// What `mlcatalog explain CODE` says about one code.
public struct DiagnosticEntry: Sendable {
  /// The code.
  public let code: DiagnosticCode
  /// The severity unless the project config says otherwise.
  public let severity: Severity
  /// A short phrase, as a heading.
  public let title: String
  /// Why it happens.
  public let cause: String
  /// Input that produces it, and what is printed.
  public let example: String
  /// What to do.
  public let remedy: String

  init(
    _ code: DiagnosticCode, _ severity: Severity, title: String, cause: String, example: String,
    remedy: String
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.cause = cause
    self.example = example
    self.remedy = remedy
  }
}
