/// The formats of reports.
enum ReportFormat: String, CaseIterable {
  case text
  case json
  case github
  case gitlab
  case sarif
  case junit
  case azure
  case rdjson
  case markdown

  /// Whether it is made of commands, which platforms read from the standard output alone.
  var isForStandardOutput: Bool { self == .github || self == .azure }
}
