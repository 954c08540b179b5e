import Publishing
import Reconciler

/// The last lines of a text report.
struct SummaryText {
  private let result: RunResult
  private let summary: ReportSummary

  init(_ result: RunResult) {
    self.result = result
    summary = ReportSummary(result)
  }

  var text: String {
    [models, references, requests].compactMap { $0 }.joined(separator: "\n")
  }

  private var models: String {
    let title = result.mode == .check ? "Checked, nothing written" : title(of: result.outcome)
    var parts: [String] = []
    for action: ModelResult.Action in [.create, .update, .restore, .none] {
      if summary[action] > 0 { parts.append("\(summary[action]) \(words(action))") }
    }
    if summary[.blocked] > 0 { parts.append("\(summary[.blocked]) blocked") }
    if summary[.failed] > 0 { parts.append("\(summary[.failed]) failed") }
    if summary[.unplanned] > 0 { parts.append("\(summary[.unplanned]) not planned") }
    if summary.conflicts > 0 { parts.append(count(summary.conflicts, "conflict")) }
    if summary.errors > 0 { parts.append(count(summary.errors, "error")) }
    if summary.warnings > 0 { parts.append(count(summary.warnings, "warning")) }
    return "\(title): \(parts.isEmpty ? "no models" : parts.joined(separator: ", "))."
  }

  private func title(of outcome: RunOutcome) -> String {
    switch (outcome.signal != nil, outcome.hasWritten, outcome.differs) {
    case (true, true, _): "Stopped by a signal, written in part"
    case (true, false, _): "Stopped by a signal, nothing written"
    case (false, true, true): "Published, but the catalog shows something else"
    case (false, true, false):
      outcome.isIncomplete ? "Published in part" : "Published and read back"
    case (false, false, _): "Nothing written"
    }
  }

  private func words(_ action: ModelResult.Action) -> String {
    if action == .none { return "unchanged" }
    return result.mode == .check ? "to \(action.rawValue)" : past(action)
  }

  private func past(_ action: ModelResult.Action) -> String {
    switch action {
    case .create: "created"
    case .update: "updated"
    default: "restored"
    }
  }

  private var references: String? {
    let counts = result.references
    guard counts.declared > 0 else { return nil }
    var text = "References: \(counts.resolved) of \(counts.declared) resolved"
    if counts.unresolved > 0 { text += ", \(counts.unresolved) not" }
    if counts.notChecked > 0 { text += ", \(counts.notChecked) not checked" }
    return text + "."
  }

  private var requests: String {
    let counts = result.requests
    var text = "Requests: \(counts.total), of which \(counts.writes) wrote"
    if counts.retries > 0 { text += " and \(counts.retries) were repetitions" }
    guard let server = result.server else { return text + "." }
    return "\(text), to OpenMetadata \(server.version) at \(server.url)."
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
