import Diagnostics
import JSONDocuments
import ModelManifests

/// A breaking change in words.
struct BreakingFinding {
  /// What is told once: a member of the model, a feature, or its sources.
  let path: FieldPath
  private let change: FieldChange
  private let model: ModelComparison

  init(_ change: FieldChange, _ model: ModelComparison) {
    self.change = change
    self.model = model
    let feature = change.path.listElements.first
    switch (feature, change.path.segments.last) {
    case (nil, _): path = change.path
    case (let feature?, .member("dataSource")) where change.after == nil:
      // Only a feature that still has other leaves has its table swapped.
      path = Self.isGone(feature, model) ? feature : feature.member("featureSources")
    case (let feature?, .member("dataType")) where change.after != nil:
      path = feature.member("dataType")
    case (let feature?, _): path = feature
    }
  }

  var diagnostic: Diagnostic {
    var range: SourceRange?
    if case .file(let place) = change.origin { range = place }
    if path == change.path.listElements.first { range = newName?.range ?? range }
    return Diagnostic(
      .breakingChange, message, hint: hint, at: range, fieldPath: path.description,
      model: model.fullyQualifiedName)
  }

  private static func isGone(_ feature: FieldPath, _ model: ModelComparison) -> Bool {
    model.changes.contains { $0.path == feature.member("dataType") && $0.after == nil }
  }

  private var feature: String {
    path.segments.count > 1 ? path.listElements[0].elementKey ?? "" : ""
  }
  private var newName: Located<String>? { model.renamedFeatures[feature] }

  private var hint: String {
    newName == nil
      ? "tell those who use the model, or keep it as it was"
      : "tell those who use the model, or keep the name"
  }

  private var message: String {
    switch path.segments.last {
    case .member("dataType")?:
      "the type of the feature `\(feature)` changes from \(text(change.before)) to "
        + text(change.after)
    case .member("featureSources")?:
      "the feature `\(feature)` is no longer made from \(text(change.before)), but from another table"
    case .element?:
      newName.map { "the feature `\(feature)` is gone; `\($0.value)` looks like a rename of it" }
        ?? "the feature `\(feature)` is gone"
    default: memberMessage
    }
  }

  private var memberMessage: String {
    switch (change.before, change.after) {
    case (nil, let after): "`\(path)` is new: \(text(after))"
    case (let before, nil): "`\(path)` is gone; it was \(text(before))"
    case (let before, let after): "`\(path)` changes from \(text(before)) to \(text(after))"
    }
  }

  /// A value in backticks; one too long for a sentence is not cut, since reports redact no secret
  /// of which a part is left.
  private func text(_ value: JSON?) -> String {
    guard let text = value?.string else { return "nothing" }
    return text.count > 120 ? "a long text" : "`\(text)`"
  }
}
