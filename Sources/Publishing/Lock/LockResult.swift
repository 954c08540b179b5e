public import Diagnostics

/// What `lock` came to.
public struct LockResult: Sendable {
  /// The findings that keep the lock from being made, in the order in which they are shown.
  public var findings: [Diagnostic] = []
  /// The lock's new text; nil when there is none, or it is as it was.
  public var text: String?
  /// What makes this lock anew.
  public var command = ""
  /// What differs from the lock that was there.
  public var differences: [LockDifference] = []
  /// The server; nil when it was not reached.
  public var server: ServerIdentity?
  /// How many errors and warnings a check by the lock will find about what the manifests name.
  public var findingsCount = 0
  /// What decides the exit status.
  public var outcome = RunOutcome()

  /// Adds a finding that keeps the lock from being made.
  mutating func fail(_ failure: Failure) {
    findings.append(failure.diagnostic)
    outcome.troubles.insert(failure.status)
  }
}
