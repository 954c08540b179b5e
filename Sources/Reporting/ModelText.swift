import Diagnostics
import HTTPClient
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Publishing
import Reconciler
import RegisteredModels

/// One model of a text report: what happens to it, leaf by leaf.
struct ModelText {
  let mode: RunMode
  let style: TextStyle
  var redactor = Redactor([])
  private var leaves: ChangeText { ChangeText(style: style, redactor: redactor) }
  private var values: ValueText { leaves.values }

  func lines(_ model: ModelResult) -> [String] {
    var lines = [heading(model)]
    if let url = model.url, model.progress != .notStarted || style.detail == .verbose {
      lines.append("    \(url)")
    }
    if let version = model.registered { lines.append("    \(registered(version))") }
    if let drifts = model.drifts {
      let text = DriftText(style: style, redactor: redactor)
      lines += drifts.map { text.line($0) }
    }
    guard let plan = model.plan, !isNotBegun(model) else { return lines }
    lines += plan.changes.filter { leaves.isTelling($0) }.map { leaves.line($0) }
    lines += plan.kept.map { kept($0) }
    lines += plan.conflicts.flatMap { conflict($0) }
    lines += edges(plan)
    return lines
  }

  private func heading(_ model: ModelResult) -> String {
    // Offline that is what was asked for.
    let (symbol, color) =
      mode == .offline
      ? ("?", .dim) : model.drifts?.isEmpty == false ? ("~", .yellow) : mark(model.action)
    let name = style.paint("\(symbol) \(VisibleText.escaping(model.fullyQualifiedName))", color)
    var facts = [words(model)]
    if let version = version(model) { facts.append(version) }
    if model.plan?.isBreaking == true, model.action != .blocked { facts.append("breaking") }
    return "\(name): \(facts.joined(separator: ", ")) (\(VisibleText.escaping(model.manifest)))"
  }

  /// Which version of the registered model it is: `registered as mlflow:models:/revenue/7
  /// (champion), by the run 3c1f`.
  func registered(_ version: RegisteredVersion) -> String {
    let marks = (version.aliases?.value ?? []) + [version.stage?.value].compactMap { $0 }
    var text = "registered as \(VisibleText.escaping(version.origin))"
    if !marks.isEmpty { text += " (\(VisibleText.escaping(marks.joined(separator: ", "))))" }
    if let run = version.run { text += ", by the run \(VisibleText.escaping(run.id))" }
    return text
  }

  /// The model's version; nil when it stays as it was.
  func version(_ model: ModelResult) -> String? {
    guard !isNotBegun(model), let after = model.versionAfter else { return nil }
    guard let before = model.versionBefore else { return "version \(after.lexeme)" }
    if mode == .publish, model.action == .update || model.action == .restore,
      let from = before.double, let to = after.double, to <= from
    {
      return "version \(after.lexeme), folded by the server into an earlier version"
    }
    return before.lexeme == after.lexeme
      ? nil : "version \(before.lexeme) → \(after.lexeme)"
  }

  /// Whether the model was to be written and its turn never came.
  private func isNotBegun(_ model: ModelResult) -> Bool {
    guard mode == .publish, model.progress == .notStarted else { return false }
    return [.create, .update, .restore].contains(model.action)
  }

  private func mark(_ action: ModelResult.Action) -> (String, TextStyle.Color) {
    switch action {
    case .create: ("+", .green)
    case .update, .restore: ("~", .yellow)
    case .none: ("=", .dim)
    case .blocked, .failed: ("!", .red)
    case .unplanned: ("?", .red)
    }
  }

  /// What happens, or happened, in a few words.
  func words(_ model: ModelResult) -> String {
    switch (mode, model.action, model.progress) {
    case (.drift, .none, _):
      switch model.drifts?.count ?? 0 {
      case 0: "no drift"
      case 1: "1 change since it was published"
      case let count: "\(count) changes since it was published"
      }
    case (.drift, _, _): "not compared"
    case (_, .none, .notStarted): "no changes"
    case (_, .none, .unknown): "lineage perhaps written"
    case (_, .none, .partial): "lineage written in part"
    case (_, .none, .complete): "lineage written"
    case (_, .blocked, _) where model.isHeldBack:
      "held back because of other findings, not written"
    case (_, .blocked, _): "blocked by findings, not written"
    case (_, .unplanned, _): "not planned"
    case (_, .failed, .notStarted): "failed, nothing written"
    case (_, .failed, .unknown): "failed, perhaps written"
    case (_, .failed, _): "failed, written in part"
    case (.publish, .create, .complete): "created"
    case (.publish, .update, .complete): "updated"
    case (.publish, .restore, .complete): "restored"
    case (.publish, let action, .unknown): "\(action.rawValue), perhaps written"
    case (.publish, let action, .partial): "\(action.rawValue), written in part"
    case (.publish, let action, .notStarted): "\(action.rawValue), not written"
    case (.check, let action, _), (.offline, let action, _), (.doctor, let action, _):
      "to \(action.rawValue)"
    }
  }

  /// What happens, or happened, to a service.
  func words(_ service: ServicePlan, in result: RunResult) -> String {
    if result.writtenServices.contains(service.name) { return "\(service.action)d" }
    if result.unsettledServices.contains(service.name) { return "perhaps \(service.action)d" }
    return mode == .check ? "to \(service.action)" : "not \(service.action)d"
  }

  private func kept(_ kept: KeptValue) -> String {
    let value =
      switch kept.value {
      case nil: "stays without the value of the file"
      case true?: "stays, though the file does not have it"
      case let value? where leaves.isName(value, of: kept.path): "stays as it is"
      case let value?: "keeps \(values.text(value))"
      }
    let who = kept.edit.map { ", edited by \(person($0))" } ?? ", set in the catalog"
    return style.paint("    = \(visible(kept.path))", .dim) + ": \(value)\(who)"
  }

  private func conflict(_ conflict: FieldConflict) -> [String] {
    [
      style.paint("    ! \(visible(conflict.path))", .red)
        + ": conflict, the file and the catalog both changed; stays as in the catalog",
      "        catalog:  \(values.text(conflict.catalog)) (\(person(conflict.edit)))",
      "        manifest: \(values.text(conflict.manifest))",
    ]
  }

  private func visible(_ path: FieldPath) -> String {
    VisibleText.escaping(path.description)
  }

  private func person(_ edit: Edit) -> String {
    "\(VisibleText.escaping(edit.updatedBy)) at \(Timestamp.text(edit.updatedAt))"
  }

  private func edges(_ plan: ModelPlan) -> [String] {
    let shown = plan.edges.filter { $0.action != .none || style.detail == .verbose }
    guard !shown.isEmpty else { return [] }
    return ["    lineage:"] + shown.flatMap { edge($0) }
  }

  private func edge(_ edge: EdgePlan) -> [String] {
    let name = edge.from.fullyQualifiedName ?? edge.from.id
    let (symbol, color, word): (String, TextStyle.Color, String) =
      switch edge.action {
      case .add: ("+", .green, "add")
      case .update: ("~", .yellow, "update")
      case .remove: ("-", .red, "remove")
      case .none: ("=", .dim, "unchanged")
      }
    let heading =
      style.paint("      \(symbol) \(VisibleText.escaping(name))", color)
      + " → \(VisibleText.escaping(edge.to)) (\(word)\(edge.columns.isEmpty ? ", no columns" : ""))"
    let columns = edge.columns.flatMap { pair in
      pair.fromColumns.map { column in
        "          \(shortened(column, below: name)) → \(shortened(pair.toColumn, below: edge.to))"
      }
    }
    return [heading] + (edge.action == .remove ? [] : columns)
  }

  private func shortened(_ name: String, below parent: String) -> String {
    VisibleText.escaping(
      name.hasPrefix(parent + ".") ? String(name.dropFirst(parent.count + 1)) : name)
  }
}
