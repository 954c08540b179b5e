import ModelManifests
import Reconciler

/// A leaf that changes, as a row of a table: its path, what happens to it, before, after.
struct MarkdownField {
  private let change: FieldChange
  private let context: ReportContext

  init(_ change: FieldChange, _ context: ReportContext) {
    self.change = change
    self.context = context
  }

  var cells: [String] {
    let values = ValueText(limit: 60, redactor: context.redactor)
    let texts = values.texts(change.before, change.after)
    let word = change.before == nil ? "set" : change.after == nil ? "removed" : "changed"
    return [
      MarkdownText.code(context.visible(change.path.description)),
      change.isBreaking ? "\(word), **breaking**" : word,
      change.before == nil ? "" : MarkdownText.code(texts.before),
      change.after == nil ? "" : MarkdownText.code(texts.after),
    ]
  }
}
