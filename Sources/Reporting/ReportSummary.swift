import Diagnostics
public import Publishing
import Reconciler

/// How many models came out how, and how many findings there are.
public struct ReportSummary: Sendable, Hashable {
  /// Models by what happens to them.
  public private(set) var models: [ModelResult.Action: Int] = [:]
  /// Fields that both sides changed.
  public private(set) var conflicts = 0
  /// Findings that are errors and not suppressed.
  public private(set) var errors = 0
  /// Findings that are warnings and not suppressed.
  public private(set) var warnings = 0
  /// Findings that are notes and not suppressed.
  public private(set) var notes = 0

  /// Counts a run.
  public init(_ result: RunResult) {
    for model in result.models {
      models[model.action, default: 0] += 1
      conflicts += model.plan?.conflicts.count ?? 0
    }
    for finding in result.diagnostics where !finding.suppressed {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// How many models have an action.
  public subscript(action: ModelResult.Action) -> Int { models[action] ?? 0 }
}
