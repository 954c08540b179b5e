public import Diagnostics
public import Reconciler

/// What came of pulling.
public struct PullResult: Sendable {
  /// The server; nil when it did not say what it has.
  public internal(set) var server: ServerIdentity?
  /// The models in the order of their names.
  public internal(set) var models: [AdoptedModel] = []
  /// How many models of the service were deleted in the catalog, and are not among them.
  public internal(set) var deletedCount = 0
  /// What is to be said.
  public internal(set) var findings: [Diagnostic] = []
  /// How many requests it took.
  public internal(set) var requests = RequestCounts()
  var outcome = RunOutcome()

  /// The exit status.
  public var status: ExitCode { outcome.status }

  mutating func fail(_ failure: Failure) {
    findings.append(failure.diagnostic)
    outcome.troubles.insert(failure.status)
  }
}
