import HTTPClient
public import Publishing
import Reconciler

/// The outputs of a step of GitHub Actions, as `$GITHUB_OUTPUT` takes them.
public struct GitHubOutputs: Sendable {
  private let context: ReportContext
  private let delimiter: String

  /// Makes outputs; no value may hold the delimiter, so nobody may be able to guess it.
  public init(_ context: ReportContext, delimiter: String) {
    self.context = context
    self.delimiter = delimiter
  }

  /// The lines to append to the file.
  public func text(_ result: RunResult) -> String {
    values(result).map { name, value in
      "\(name)<<\(delimiter)\n\(context.redactor.redact(value))\n\(delimiter)\n"
    }.joined()
  }

  private func values(_ result: RunResult) -> [(name: String, value: String)] {
    let summary = ReportSummary(result)
    let status = result.outcome.status
    return [
      ("exit-status", "\(status.rawValue)"), ("exit-reason", status.word),
      ("changed", "\(result.models.contains(where: \.hasChanges))"),
      ("breaking", "\(result.models.contains { $0.plan?.isBreaking == true })"),
      ("findings", "\(summary.errors + summary.warnings + summary.notes)"),
      ("errors", "\(summary.errors)"), ("warnings", "\(summary.warnings)"),
      ("notes", "\(summary.notes)"), ("conflicts", "\(summary.conflicts)"),
      ("create", "\(summary[.create])"), ("update", "\(summary[.update])"),
      ("restore", "\(summary[.restore])"), ("unchanged", "\(summary[.none])"),
      ("blocked", "\(summary[.blocked])"), ("failed", "\(summary[.failed])"),
      ("plan-summary", SummaryText(result).text),
    ]
  }
}

extension ExitCode {
  /// The status as a word for scripts.
  fileprivate var word: String {
    switch self {
    case .success: "success"
    case .findings: "findings"
    case .changes: "changes"
    case .incomplete: "incomplete"
    case .stale: "stale"
    case .differs: "differs"
    case .usage: "usage"
    case .unreadableInput: "unreadable-input"
    case .noInput: "no-input"
    case .unavailable: "unavailable"
    case .unwritableReport: "unwritable-report"
    case .gaveUp: "gave-up"
    case .notPermitted: "not-permitted"
    case .configuration: "configuration"
    case .interrupted: "interrupted"
    case .terminated: "terminated"
    }
  }
}
