import Diagnostics
import HTTPClient
import JSONDocuments
import Publishing
import Reconciler

/// What changed since a model was published, as a text report shows it.
struct DriftText {
  let style: TextStyle
  var redactor = Redactor([])
  var values: ValueText {
    ValueText(limit: style.detail == .verbose ? nil : 60, redactor: redactor)
  }

  /// One line: a sign, what changed, what it was and what it is.
  func line(_ drift: Drift) -> String {
    let subject = VisibleText.escaping(drift.subject)
    let who = drift.edit.map { " (by \(person($0)))" } ?? ""
    switch (drift.published, drift.current) {
    case (let published?, let current?):
      let texts = values.texts(published, current)
      return style.paint("    ~ \(subject)", .yellow) + ": \(texts.before) → \(texts.after)\(who)"
    case (nil, let current?):
      let value = isName(current, of: drift) ? "added" : values.text(current)
      return style.paint("    + \(subject)", .green) + ": \(value)\(who)"
    case (let published, nil):
      let isKnown = published == nil || isName(published, of: drift)
      let value = isKnown ? "" : "\(values.text(published)) → "
      return style.paint("    - \(subject)", .red) + ": \(value)gone\(who)"
    }
  }

  /// How many changes there are of each kind: `2 edited in the catalog, 1 source table`.
  static func counts(_ drifts: [Drift]) -> String {
    Drift.Kind.allCases.compactMap { kind in
      let count = drifts.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(words(kind))"
    }.joined(separator: ", ")
  }

  /// Where something changed, in words.
  static func words(_ kind: Drift.Kind) -> String {
    switch kind {
    case .edited: "edited in the catalog"
    case .sourceTable: "in source tables"
    case .registry: "in registries"
    case .lineage: "in lineage"
    }
  }

  private func person(_ edit: Edit) -> String {
    "\(VisibleText.escaping(edit.updatedBy)) at \(Timestamp.text(edit.updatedAt))"
  }

  /// Whether a value says no more than what it belongs to.
  private func isName(_ value: JSON?, of drift: Drift) -> Bool {
    if value == true { return true }
    guard let name = value?.string ?? value?["fullyQualifiedName"]?.string else { return false }
    return drift.subject.hasSuffix(name) || drift.subject.hasSuffix("[\(name)]")
      || drift.subject == "model"
  }
}
