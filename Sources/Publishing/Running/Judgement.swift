import Diagnostics
import ModelManifests
import Reconciler

/// Applies what a project and its manifests say about findings, and what follows for the models.
struct Judgement: Sendable {
  let config: ProjectConfig
  let models: [ModelManifest]
  let threshold: FailureThreshold
  /// Whether the command line lets only promoted versions through.
  var hasGate = false
  /// The codes that this run does not look for, so that nobody can tell whether one is silenced in
  /// vain.
  var notSought = DiagnosticCatalogue.comparisonCodes.union(DiagnosticCatalogue.driftCodes)

  /// Changes severities, drops what is off, and marks what is suppressed.
  ///
  /// - Parameters:
  ///   - isComplete: Whether all findings of a run could be made; only then is a suppression that
  ///     silences nothing worth a warning.
  ///   - isMade: Whether findings of a code are made at all.
  func apply(
    to diagnostics: inout DiagnosticList, isComplete: Bool,
    of isMade: (DiagnosticCode) -> Bool = { _ in true }
  ) {
    if diagnostics.items.isEmpty, !isComplete { return }
    diagnostics.rewrite { finding in
      guard !DiagnosticCatalogue.isFixed(finding.code),
        !hasGate || !DiagnosticCatalogue.isFixedByGate(finding.code)
      else { return finding }
      switch config.severity[finding.code] {
      case nil: return finding
      case .off: return nil
      case .severity(let severity):
        var finding = finding
        finding.severity = severity
        return finding
      }
    }
    Suppressions.apply(
      models, to: &diagnostics, reportsUnused: isComplete, hasGate: hasGate
    ) { isMade($0) && !notSought.contains($0) }
  }

  /// The models that may not be written, as `Diagnostic.model` names them.
  ///
  /// A conflict blocks its field, not its model.
  func blockedModels(_ diagnostics: DiagnosticList) -> Set<String> {
    Set(diagnostics.items.filter { $0.code != .conflict && blocks($0) }.compactMap(\.model))
  }

  /// Whether a finding stands against writing; what a pull request changes is for people to judge,
  /// and published when it is merged.
  private func blocks(_ finding: Diagnostic) -> Bool {
    threshold.blocks(finding) && !DiagnosticCatalogue.comparisonCodes.contains(finding.code)
  }

  /// Whether something is wrong that keeps a part of the files, or a field, out of the catalog.
  func hasErrors(_ diagnostics: DiagnosticList) -> Bool {
    diagnostics.items.contains {
      !$0.suppressed && $0.severity == .error
        && !DiagnosticCatalogue.comparisonCodes.contains($0.code)
    }
  }

  /// Whether anything at all stands against writing when all must be clean.
  func forbidsAll(_ diagnostics: DiagnosticList) -> Bool {
    diagnostics.items.contains { blocks($0) }
  }
}
