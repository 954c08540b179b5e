import Diagnostics
import ModelManifests

/// What the registry gives and the catalog does not know.
extension Resolution {
  /// A finding about a value; one that the registry gave keeps no model away, so it is told by a
  /// code of its own.
  func attributed(
    _ finding: Diagnostic, as code: DiagnosticCode, _ path: FieldPath
  ) -> Diagnostic {
    guard case .registry(let place)? = desired.origins.origin(of: path) else { return finding }
    return Diagnostic(
      code, finding.message, hint: finding.hint, at: finding.range,
      notes: [Diagnostic.Note("the registry names it at \(place)")] + finding.notes,
      fix: finding.fix, fieldPath: finding.fieldPath, model: finding.model)
  }

  /// Notes that the catalog has no place for what the registry knows.
  mutating func reportUndefined(_ properties: [Located<String>]) {
    guard let first = properties.first else { return }
    let names = WordList.text(properties.map { "`\($0.value)`" })
    report(
      .registryPropertiesUndefined,
      "the catalog defines no custom properties \(names), so what the registry knows of this is "
        + "not published",
      hint: "`mlcatalog init --custom-properties` defines them once for each catalog",
      at: first.range, .customProperties)
  }
}
