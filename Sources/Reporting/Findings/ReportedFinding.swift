import Diagnostics

/// A finding as platforms are told of it: the one value that all their formats are made from.
struct ReportedFinding: Sendable {
  /// A file, and the stretch of it that is meant.
  struct Place: Sendable, Hashable {
    /// The file.
    let path: RepositoryPath
    /// The stretch; nil when all of the file is meant.
    let range: SourceRange?

    /// `path:line:column`, or the path alone.
    var description: String {
      guard let start = range?.start else { return path.text }
      return "\(path.text):\(start.line):\(start.column)"
    }
  }

  /// What was found.
  let diagnostic: Diagnostic
  /// Where platforms show it: at its place, else at the manifest of the model that it is about; nil
  /// when it is about neither.
  let place: Place?
  /// Whether its place holds a line that the pull request changes.
  let isOnChangedLine: Bool
  /// The one sentence to show: one line, safe to print.
  let message: String
  /// What to do, and what else belongs to it: lines that are safe to print.
  let remarks: [String]
  /// What stays the same when lines are moved, and differs from that of every other finding.
  let fingerprint: String

  /// The finding's severity.
  var severity: Severity { diagnostic.severity }
  /// The finding's code.
  var code: String { diagnostic.code.rawValue }
  /// The message, then a line for each remark.
  var text: String { ([message] + remarks).joined(separator: "\n") }
  /// `place: severity[CODE]: message`, as in the report for people.
  var line: String {
    (place.map { "\($0.description): " } ?? "") + "\(severity.rawValue)[\(code)]: \(message)"
  }
}
