/// The formats of reports.
enum ReportFormat: String, CaseIterable {
  case text
  case json
}
