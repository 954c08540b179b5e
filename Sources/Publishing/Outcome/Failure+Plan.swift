import Diagnostics

extension Failure {
  /// What is shown when a plan cannot be written.
  public static func unwritablePlan(_ path: String, _ problem: String) -> Failure {
    Failure(
      .unwritablePlan, "the plan could not be written to \(path): \(problem)",
      "make its folder, or room for it; a file that was there is as it was", .unwritableReport)
  }

  /// What is shown when a plan is not written, since it would show what no output may.
  public static func planWithSecret(_ path: String) -> Failure {
    Failure(
      .planWithSecret, "the plan holds a secret, so \(path) was not written",
      "take the secret out of the manifest", .findings)
  }
}

extension RunResult {
  /// The result of a run that ended before it began.
  public init(failed failure: Failure) {
    self.init(mode: .publish)
    add(failure)
  }

  /// Adds what went wrong after all else; a check that was to save its plan and could not is none
  /// that only found changes.
  public mutating func add(_ failure: Failure) {
    diagnostics.append(failure.diagnostic)
    outcome.troubles.remove(.changes)
    outcome.troubles.insert(failure.status)
  }
}
