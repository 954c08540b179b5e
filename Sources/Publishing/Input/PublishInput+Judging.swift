public import Diagnostics

extension PublishInput {
  /// The findings of a command that reads the files and asks nobody, after the project and the
  /// manifests had their say, in the order in which reports show them.
  public var judgedFindings: [Diagnostic] {
    var findings = diagnostics
    Judgement(config: config, models: models, threshold: .error)
      .apply(to: &findings, isComplete: false)
    return findings.sorted.filter { !$0.suppressed }
  }

  /// How such a command ends.
  public var readingOutcome: RunOutcome {
    var outcome = RunOutcome()
    outcome.troubles = troubles
    if judgedFindings.contains(where: FailureThreshold.error.fails) {
      outcome.troubles.insert(.findings)
    }
    return outcome
  }
}
