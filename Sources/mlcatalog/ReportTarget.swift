import Arguments

/// One `--output FORMAT=FILE`.
struct ReportTarget: Sendable, Equatable {
  let format: ReportFormat
  let path: String

  /// Reads the option's value.
  init(parsing text: String) throws(UsageError) {
    let words = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    guard let equals = text.firstIndex(of: "="), text.index(after: equals) < text.endIndex else {
      throw UsageError(
        "'\(text)' for '--output' is not FORMAT=FILE", hint: "write, for example, json=report.json")
    }
    guard let format = ReportFormat(rawValue: String(text[..<equals])) else {
      throw UsageError("'\(text)' for '--output' begins with none of \(words)")
    }
    self.format = format
    path = String(text[text.index(after: equals)...])
  }
}
