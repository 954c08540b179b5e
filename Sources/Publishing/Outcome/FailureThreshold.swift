public import Diagnostics

/// From which severity on a finding fails the run (`--fail-on`).
public enum FailureThreshold: String, Sendable, Hashable, CaseIterable {
  case error
  case warning
  case note
  case never

  /// Whether a finding fails the run.
  public func fails(_ finding: Diagnostic) -> Bool {
    guard let severity = Severity(rawValue: rawValue), !finding.suppressed else { return false }
    return finding.severity >= severity
  }

  /// Whether a finding forbids to write its model; `never` lets no error through.
  public func blocks(_ finding: Diagnostic) -> Bool {
    guard !finding.suppressed else { return false }
    return finding.severity >= Severity(rawValue: rawValue) ?? .error
  }
}
