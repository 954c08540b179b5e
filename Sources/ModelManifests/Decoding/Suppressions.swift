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
    let entries = models.filter { !$0.suppressions.isEmpty }.map { model in
      (model: model.findingsKey, suppressions: model.suppressions)
    }
    if entries.isEmpty { return }
    let places = Dictionary(
      entries.enumerated().map { ($0.element.model, $0.offset) }, uniquingKeysWith: { $1 })
    var isUsed = entries.map { $0.suppressions.map { _ in false } }
    func silence(_ finding: Diagnostic, _ place: Int, from first: Int = 0) -> Diagnostic {
      var finding = finding
      for (index, suppression) in entries[place].suppressions.enumerated().dropFirst(first)
      where suppression.names(finding) {
        isUsed[place][index] = true
        if hasGate, DiagnosticCatalogue.isFixedByGate(finding.code) { continue }
        finding.suppressed = true
      }
      return finding
    }
    diagnostics.rewrite { finding in
      guard let place = finding.model.flatMap({ places[$0] }) else { return finding }
      return silence(finding, place)
    }
    guard reportsUnused else { return }
    for (place, entry) in entries.enumerated() {
      for (index, suppression) in entry.suppressions.enumerated() {
        let code = suppression.code
        guard !isUsed[place][index], isReported(code.value) else { continue }
        let finding = Diagnostic(
          .unusedSuppression, "no finding `\(code.value.rawValue)` is silenced by this",
          hint: "remove the entry", at: code.range, fieldPath: "suppress", model: entry.model)
        diagnostics.append(silence(finding, place, from: index + 1))
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
