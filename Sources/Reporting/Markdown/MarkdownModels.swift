import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Publishing
import Reconciler

/// What happens to services and models, as a table and, for each model, its fields.
struct MarkdownModels {
  private let result: RunResult
  private let context: ReportContext
  private let words: ModelText
  private let values: ValueText

  init(_ result: RunResult, _ context: ReportContext) {
    self.result = result
    self.context = context
    words = ModelText(mode: result.mode, style: TextStyle())
    values = ValueText(limit: 60, redactor: context.redactor)
  }

  var blocks: [MarkdownBlock] {
    let told = TextReport.telling(result.models)
    let models = told.map { model in
      [
        code(model.fullyQualifiedName), facts(model),
        MarkdownText.code(context.located(model.manifest).text),
      ]
    }
    let services = result.services.filter { $0.action != .none }.map { service in
      ["service " + code(service.name), words.words(service, in: result), ""]
    }
    let rows = services + models
    let rest = result.models.count - told.count
    let remark =
      rest == 0
      ? [] : [MarkdownBlock.paragraph("\(rest) models are not shown: nothing happens to them.")]
    if rows.isEmpty { return remark }
    return [
      .paragraph("### Models"),
      .table(["model", "what happens", "manifest"], rows, noun: "model"),
    ] + remark + result.models.compactMap { fields($0) }
  }

  private func facts(_ model: ModelResult) -> String {
    let isBreaking = model.plan?.isBreaking == true && model.action != .blocked
    return [words.words(model), words.version(model), isBreaking ? "**breaking**" : nil]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func code(_ text: String) -> String { MarkdownText.code(context.visible(text)) }

  /// What changed since the model was published.
  private func drift(_ model: ModelResult) -> MarkdownBlock? {
    guard let drifts = model.drifts, !drifts.isEmpty else { return nil }
    let rows = drifts.map { drift in
      [
        code(drift.subject), DriftText.words(drift.kind) + by(drift.edit),
        drift.published.map { MarkdownText.code(values.text($0)) } ?? "",
        drift.current.map { MarkdownText.code(values.text($0)) } ?? "gone",
      ]
    }
    let heading = MarkdownText.html(context.visible(model.fullyQualifiedName))
    return .details(
      "\(heading): \(words.words(model))",
      [.table(["what", "", "published", "now"], rows, noun: "change")])
  }

  private func fields(_ model: ModelResult) -> MarkdownBlock? {
    guard let plan = model.plan else { return drift(model) }
    let rows =
      plan.changes.map { MarkdownField($0, context).cells } + plan.kept.map { row($0) }
      + plan.conflicts.map { row($0) }
    let edges = plan.edges.filter { $0.action != .none }.map { row($0) }
    if rows.isEmpty && edges.isEmpty { return nil }
    var blocks: [MarkdownBlock] = []
    if !rows.isEmpty {
      blocks.append(.table(["field", "", "before", "after"], rows, noun: "field"))
    }
    if !edges.isEmpty { blocks.append(.table(["table", "lineage"], edges, noun: "edge")) }
    let heading = MarkdownText.html(context.visible(model.fullyQualifiedName))
    return .details("\(heading): \(words.words(model))", blocks)
  }

  private func by(_ edit: Edit?) -> String {
    edit.map { " by \(code($0.updatedBy)) at \(Timestamp.text($0.updatedAt))" } ?? ""
  }

  private func row(_ kept: KeptValue) -> [String] {
    let value = kept.value.map { MarkdownText.code(values.text($0)) } ?? ""
    return [code(kept.path.description), "kept" + person(kept.edit), value, value]
  }

  private func row(_ conflict: FieldConflict) -> [String] {
    [
      code(conflict.path.description), "**conflict**" + person(conflict.edit),
      "catalog: " + MarkdownText.code(values.text(conflict.catalog)),
      "file: " + MarkdownText.code(values.text(conflict.manifest)),
    ]
  }

  private func person(_ edit: Edit?) -> String {
    edit == nil ? "" : ", edited\(by(edit))"
  }

  private func row(_ edge: EdgePlan) -> [String] {
    [code(edge.from.fullyQualifiedName ?? edge.from.id), edge.action.rawValue]
  }
}
