public import Diagnostics

/// Silences findings as manifests ask for it.
public enum Suppressions {
  /// Marks the findings that a `suppress` entry of their model names, and warns about entries that
  /// name none.
  ///
  /// To be called when all findings are made; `reportsUnused` is false when some could not be, and
  /// for a code when findings of that code could not be. With `hasGate`, what a promotion gate
  /// depends on is not silenced.
  public static func apply(
    _ models: [ModelManifest], to diagnostics: inout DiagnosticList, reportsUnused: Bool = true,
    hasGate: Bool = false, of isReported: (DiagnosticCode) -> Bool = { _ in true }
  ) {
    for model in models where !model.suppressions.isEmpty {
      let key = model.findingsKey
      for suppression in model.suppressions {
        var isUsed = false
        diagnostics.rewrite { finding in
          guard finding.model == key, suppression.names(finding) else { return finding }
          isUsed = true
          if hasGate, DiagnosticCatalogue.isFixedByGate(finding.code) { return finding }
          var finding = finding
          finding.suppressed = true
          return finding
        }
        let code = suppression.code
        guard !isUsed, reportsUnused, isReported(code.value) else { continue }
        diagnostics.append(
          Diagnostic(
            .unusedSuppression, "no finding `\(code.value.rawValue)` is silenced by this",
            hint: "remove the entry", at: code.range, fieldPath: "suppress", model: key))
      }
    }
  }
}

extension Suppression {
  /// Whether `finding`, one about the same model, is meant.
  fileprivate func names(_ finding: Diagnostic) -> Bool {
    guard finding.code == code.value else { return false }
    guard let pattern = path?.value else { return true }
    guard let text = finding.fieldPath, let path = try? FieldPath(parsing: text) else {
      return false
    }
    return pattern.covers(path)
  }
}
