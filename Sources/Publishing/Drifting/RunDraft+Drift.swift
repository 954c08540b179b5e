import Diagnostics
import Reconciler

extension RunDraft {
  /// Leaves of what is wrong with the files only what keeps them from being compared; the rest is
  /// for a check to tell.
  mutating func keepObstaclesOnly() {
    diagnostics.rewrite { $0.severity == .error ? $0 : nil }
  }

  /// Takes what became of the models, in their order.
  mutating func take(_ drifts: [ModelDrift]) {
    for (index, drift) in drifts.enumerated() {
      for finding in drift.drifts.map(\.finding) + drift.findings {
        diagnostics.append(finding)
      }
      result.models[index].take(drift)
    }
    judgement.apply(to: &diagnostics, isComplete: false)
    result.references = drifts.reduce(into: ReferenceCounts()) { $0.add($1.references) }
    let unknown = drifts.count { $0.isRegistrationUnknown }
    if unknown > 0 {
      result.notChecked.append(
        NotChecked(
          .registrations, unknown,
          reason: "neither the catalog's property mlModelVersion nor mlcatalog.lock tells"))
    }
  }
}
