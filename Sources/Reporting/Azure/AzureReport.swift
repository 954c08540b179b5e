import Diagnostics
import HTTPClient
public import Publishing

/// What a step of Azure Pipelines prints: its issues, notes as lines of the log, and a summary.
public struct AzureReport: Sendable {
  private let context: ReportContext
  private let summaryFile: String?

  /// Makes reports.
  ///
  /// - Parameter summaryFile: The absolute path of a Markdown report that the run's page shall show.
  public init(_ context: ReportContext, summaryFile: String? = nil) {
    self.context = context
    self.summaryFile = summaryFile
  }

  /// The lines for the standard output.
  public func text(_ result: RunResult) -> String {
    let findings = FindingList(result, context).ranked
    var lines = findings.map { issue($0) }
    lines += SummaryText(result).text.split(separator: "\n").map {
      LogLine.plain(context.redactor.redact(String($0)))
    }
    if let summaryFile {
      lines.append(LoggingCommand("task.uploadsummary", [], summaryFile).line)
    }
    // A status other than 0 fails the step by itself.
    if result.outcome.status == .success, findings.contains(where: { $0.severity > .note }) {
      lines.append(LoggingCommand("task.complete", [("result", "SucceededWithIssues")]).line)
    }
    return lines.joined()
  }

  /// The agent knows errors and warnings only.
  private func issue(_ finding: ReportedFinding) -> String {
    if finding.severity == .note { return LogLine.plain(finding.line) }
    let place = finding.place.flatMap { $0.path.isInside ? $0 : nil }
    let outside = place == nil ? finding.place.map { "\($0.description): " } ?? "" : ""
    return LoggingCommand(
      "task.logissue",
      [
        ("type", finding.severity.rawValue), ("sourcepath", place?.path.text),
        ("linenumber", place?.range.map { String($0.start.line) }),
        ("columnnumber", place?.range.map { String($0.start.column) }), ("code", finding.code),
      ], outside + finding.text
    ).line
  }
}
