import Diagnostics
import HTTPClient
public import Publishing

/// What a step of GitHub Actions prints: annotations of the changed files, the other findings folded
/// away, and a summary.
///
/// Of each level only the first ten annotations of a step are shown, the rest vanishes; so ten are
/// sent, the ones on changed lines first, and what is more is said.
public struct GitHubReport: Sendable {
  private static let limit = 10

  private let context: ReportContext
  private let hasSummary: Bool

  /// Makes reports; `hasSummary` says that the step's summary tells all findings.
  public init(_ context: ReportContext, hasSummary: Bool) {
    self.context = context
    self.hasSummary = hasSummary
  }

  /// The lines for the standard output.
  public func text(_ result: RunResult) -> String {
    var lines: [String] = []
    var rest: [ReportedFinding] = []
    for (_, findings) in levels(FindingList(result, context)) {
      lines += findings.prefix(GitHubReport.limit).map { annotation($0) }
      rest += findings.dropFirst(GitHubReport.limit)
    }
    if !rest.isEmpty { lines += folded(rest) }
    lines += SummaryText(result).text.split(separator: "\n").map {
      LogLine.plain(context.redactor.redact(String($0)))
    }
    return lines.joined()
  }

  private func levels(_ list: FindingList) -> [(Severity, [ReportedFinding])] {
    let ranked = list.ranked
    return Severity.allCases.sorted(by: >).map { level in
      (level, ranked.filter { $0.severity == level })
    }
  }

  private func annotation(_ finding: ReportedFinding) -> String {
    let name = finding.severity == .note ? "notice" : finding.severity.rawValue
    guard let place = finding.place, place.path.isInside else {
      let message = finding.place.map { "\($0.description): " } ?? ""
      return WorkflowCommand(name, [("title", finding.code)], message + finding.text).line
    }
    let range = place.range
    // Columns of a range over several lines are refused.
    let hasColumns = range.map { $0.start.line == $0.end.line } ?? false
    func number(_ value: Int?) -> String? { value.map(String.init) }
    return WorkflowCommand(
      name,
      [
        ("file", place.path.text), ("line", number(range?.start.line)),
        ("endLine", number(range?.end.line)),
        ("col", hasColumns ? number(range?.start.column) : nil),
        ("endColumn", hasColumns ? number(range?.end.column) : nil), ("title", finding.code),
      ], finding.text
    ).line
  }

  /// Findings without an annotation, as lines that open when they are clicked on.
  private func folded(_ findings: [ReportedFinding]) -> [String] {
    let title =
      "+ \(findings.count) more \(findings.count == 1 ? "finding" : "findings")"
      + (hasSummary ? " in the summary" : "")
    return [WorkflowCommand("group", [], title).line]
      + findings.map { LogLine.plain($0.line) } + [WorkflowCommand("endgroup").line]
  }
}
