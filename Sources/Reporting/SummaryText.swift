import Diagnostics
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
    let first: [String?] = [fixes, selected, models, comparison, registries, references]
    let last: [String?] = [plan, requests]
    return (first.compactMap(\.self) + notChecked + last.compactMap(\.self))
      .joined(separator: "\n")
  }

  private var models: String {
    if result.mode == .drift { return drift }
    if let observations = result.observations {
      return ObservationText.summary(observations, version: result.server?.version ?? "")
    }
    if let checkups = result.checkups { return CheckupText.summary(checkups) }
    var parts = ModelResult.Action.allCases.flatMap { models($0) }
    if summary.conflicts > 0 { parts.append(count(summary.conflicts, "conflict")) }
    if summary.errors > 0 { parts.append(count(summary.errors, "error")) }
    if summary.warnings > 0 { parts.append(count(summary.warnings, "warning")) }
    if summary.notes > 0 { parts.append(count(summary.notes, "note")) }
    return "\(title): \(parts.isEmpty ? "no models" : parts.joined(separator: ", "))."
  }

  private var drift: String {
    let drifts = result.models.flatMap { $0.drifts ?? [] }
    let drifted = result.models.count { $0.drifts?.isEmpty == false }
    let notCompared = result.models.count { $0.drifts == nil || $0.action == .unplanned }
    var parts: [String] = []
    if drifted > 0 { parts.append("\(count(drifted, "model")) drifted") }
    let same = result.models.count - drifted - notCompared
    if same > 0 { parts.append("\(count(same, "model")) without drift") }
    if notCompared > 0 { parts.append("\(count(notCompared, "model")) not compared") }
    let kinds = drifts.isEmpty ? "" : "; \(DriftText.counts(drifts))"
    let start =
      result.server == nil
      ? titleWithoutCatalog : result.outcome.signal == nil ? "Compared, nothing written" : title
    return "\(start): \(parts.isEmpty ? "no models" : parts.joined(separator: ", "))\(kinds)."
  }

  /// Of which models this is, when not of all.
  private var selected: String? {
    guard let selected = result.selected else { return nil }
    let patterns = selected.selection.patterns.map { "`\($0)`" }.joined(separator: ", ")
    let named = patterns.isEmpty ? "" : " named \(patterns)"
    guard let shard = selected.selection.shard else {
      return "Selected: \(selected.selected) of \(count(selected.described, "model"))\(named)."
    }
    return
      "Selected: \(selected.selected) of \(count(selected.matched, "model"))\(named) in shard \(shard)."
  }

  private var title: String {
    if result.server == nil { return titleWithoutCatalog }
    return result.mode == .check ? "Checked, nothing written" : title(of: result.outcome)
  }

  private var titleWithoutCatalog: String {
    if result.outcome.signal != nil { return "Stopped by a signal, nothing written" }
    if result.mode == .offline { return "Checked offline" }
    return result.requests.total == 0
      ? "The catalog was not asked, nothing written"
      : "The catalog could not be read, nothing written"
  }

  private var isUnverified: Bool {
    result.notChecked.contains { $0.subject == .readBacks }
  }

  private var hasNothingToDo: Bool {
    summary.errors == 0 && result.models.allSatisfy { $0.action == .none }
  }

  private func title(of outcome: RunOutcome) -> String {
    if outcome.mayHaveWritten, !outcome.hasWritten {
      let state = "not known whether anything was written"
      return outcome.signal == nil ? "Failed, \(state)" : "Stopped by a signal, \(state)"
    }
    return switch (outcome.signal != nil, outcome.hasWritten, outcome.differs) {
    case (true, true, _): "Stopped by a signal, written in part"
    case (true, false, _): "Stopped by a signal, nothing written"
    case (false, true, true): "Published, but the catalog shows something else"
    case (false, true, false):
      outcome.isIncomplete
        ? "Published in part" : isUnverified ? "Published, not verified" : "Published and read back"
    case (false, false, _): hasNothingToDo ? "Nothing to do" : "Nothing written"
    }
  }

  /// The models with an action, told apart by how far writing came.
  private func models(_ action: ModelResult.Action) -> [String] {
    let models = result.models.filter { $0.action == action }
    let steps: [ModelResult.Progress] = [.complete, .partial, .unknown, .notStarted]
    return steps.compactMap { progress in
      let number = models.count { $0.progress == progress }
      return number == 0 ? nil : "\(number) \(words(action, progress))"
    }
  }

  private func words(_ action: ModelResult.Action, _ progress: ModelResult.Progress) -> String {
    switch (action, progress) {
    case (.none, .complete): "completed"
    case (.none, .partial): "completed in part"
    case (.none, .unknown): "perhaps completed"
    case (.none, .notStarted): "unchanged"
    case (.blocked, _): "blocked"
    case (.failed, .notStarted): "failed"
    case (.failed, .unknown): "failed, perhaps written"
    case (.failed, _): "failed, written in part"
    case (.unplanned, _): "not planned"
    case (_, .unknown): "perhaps written"
    case (.create, .complete): "created"
    case (.create, .partial): "created in part"
    case (.update, .complete): "updated"
    case (.update, .partial): "updated in part"
    case (.restore, .complete): "restored"
    case (.restore, .partial): "restored in part"
    case (_, .notStarted): "to \(action.rawValue)"
    }
  }

  private var fixes: String? {
    guard !result.fixed.isEmpty else { return nil }
    let files = Set(result.fixed.compactMap(\.range?.path)).sorted()
    return "Mended: \(count(result.fixed.count, "finding")) in \(files.joined(separator: ", "))."
  }

  private var comparison: String? {
    result.comparison.map { ComparisonText(style: TextStyle()).summary($0) }
  }

  private var registries: String? {
    let counts = result.registries
    guard counts.declared > 0 else { return nil }
    var text = "Registered models: \(counts.resolved) of \(counts.declared) found"
    if counts.unresolved > 0 { text += ", \(counts.unresolved) not" }
    if counts.notChecked > 0 { text += ", \(counts.notChecked) not checked" }
    return text + "."
  }

  private var references: String? {
    let counts = result.references
    guard counts.declared > 0 else { return nil }
    var text = "References to tables: \(counts.resolved) of \(counts.declared) resolved"
    if counts.unresolved > 0 { text += ", \(counts.unresolved) not" }
    if counts.notChecked > 0 { text += ", \(counts.notChecked) not checked" }
    return text + "."
  }

  /// A line for each thing that was not looked at.
  private var notChecked: [String] {
    result.notChecked.map { entry in
      "Not checked: \(words(entry)) (\(entry.reason))."
    }
  }

  private func words(_ entry: NotChecked) -> String {
    switch entry.subject {
    case .models: "what publishing would do with \(count(entry.count, "model"))"
    case .references: count(entry.count, "reference")
    case .registries: count(entry.count, "registered model")
    case .registrations:
      "whether \(count(entry.count, "registered model")) moved on since publishing"
    case .readBacks: "what the catalog made of \(count(entry.count, "written model"))"
    case .suppressions:
      "whether \(entry.count == 1 ? "1 entry" : "\(entry.count) entries") of suppress: \(entry.count == 1 ? "silences" : "silence") anything"
    }
  }

  private var plan: String? {
    result.savedPlan.map { plan in
      "Plan: \(VisibleText.escaping(plan.path)), \(plan.digest)."
    }
  }

  private var requests: String {
    let counts = result.requests
    if counts.total == 0 { return "Requests: none." }
    var text =
      "Requests: \(counts.total - counts.registries), of which \(counts.writes) \(counts.writes == 1 ? "was a write" : "were writes")"
    let retries = counts.retries - counts.registryRetries
    if retries > 0 { text += " and \(repetitions(retries))" }
    if let server = result.server {
      text += ", to OpenMetadata \(server.version) at \(server.url)"
    }
    if counts.registries > 0 { text += "; \(counts.registries) to registries" }
    if counts.registryRetries > 0 { text += ", of which \(repetitions(counts.registryRetries))" }
    return text + "."
  }

  private func repetitions(_ number: Int) -> String {
    "\(number) \(number == 1 ? "was a repetition" : "were repetitions")"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
