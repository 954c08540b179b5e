import Diagnostics
import HTTPClient
import JSONDocuments
import ModelManifests
import Reconciler

/// A leaf that changes, on one line of a text report.
struct ChangeText {
  let style: TextStyle
  var redactor = Redactor([])
  var values: ValueText {
    ValueText(limit: style.detail == .verbose ? nil : 60, redactor: redactor)
  }

  /// Whether a leaf says more than the path of its neighbours does: a source's path holds the names
  /// of its table and its column already.
  func isTelling(_ change: FieldChange) -> Bool {
    guard style.detail < .verbose, change.before == nil || change.after == nil,
      case .member(let member)? = change.path.segments.last,
      change.path.segments.contains(.member("featureSources"))
    else { return true }
    return member != "name" && member != "dataSource"
  }

  /// The leaf with what it was and what it becomes.
  func line(_ change: FieldChange) -> String {
    var line: String
    switch (change.before, change.after) {
    case (nil, let after):
      line = style.paint("    + \(VisibleText.escaping(change.path.description))", .green)
      if !isName(after, of: change.path) { line += ": \(values.text(after))" }
    case (let before, nil):
      let value = isName(before, of: change.path) ? "" : "\(values.text(before)) → "
      line =
        style.paint("    - \(VisibleText.escaping(change.path.description))", .red)
        + ": \(value)removed"
    case (let before, let after):
      let texts = values.texts(before, after)
      line =
        style.paint("    ~ \(VisibleText.escaping(change.path.description))", .yellow)
        + ": \(texts.before) → \(texts.after)"
    }
    if change.isBreaking { line += " (breaking)" }
    if style.detail == .verbose {
      line += style.paint("  [\(VisibleText.escaping(change.origin.description))]", .dim)
    }
    return line
  }

  /// Whether a value says no more than the path to it, as members of a set do.
  func isName(_ value: JSON?, of path: FieldPath) -> Bool {
    guard case .element(let key)? = path.segments.last else { return false }
    return (value?.string ?? value?["fullyQualifiedName"]?.string) == key
  }
}
