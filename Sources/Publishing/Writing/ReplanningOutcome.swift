import Diagnostics

/// What planning a model again came to.
enum ReplanningOutcome: Sendable {
  /// There is a new plan.
  case planned(Replanned)
  /// No other plan may be carried out than the one that was approved; the finding says what moved.
  case refused(Diagnostic)
}
