public import Diagnostics

/// A typed error as the one finding that is shown for it, and what it means for the exit status.
public struct Failure: Error, Sendable, Hashable {
  /// The finding.
  public let diagnostic: Diagnostic
  /// The exit status when nothing was written.
  public let status: ExitCode

  /// Pairs a finding with a status.
  public init(_ diagnostic: Diagnostic, _ status: ExitCode) {
    self.diagnostic = diagnostic
    self.status = status
  }
}
