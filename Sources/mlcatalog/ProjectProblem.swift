import Diagnostics
import HTTPClient
import Publishing

/// Why a command that reads no manifests cannot begin: findings, most of them about the config.
struct ProjectProblem: Error {
  let findings: [Diagnostic]
  let file: SourceFile?
  let status: ExitCode

  /// Tells of one thing that went wrong.
  init(_ failure: Failure) {
    findings = [failure.diagnostic]
    file = nil
    status = failure.status
  }

  /// Tells what is wrong in the config.
  init(_ findings: [Diagnostic], in file: SourceFile) {
    self.findings = findings
    self.file = file
    status = .configuration
  }

  /// Writes the findings to the standard error, and gives the exit status.
  func tell(_ redactor: Redactor) -> ExitCode {
    StandardStream.error.write(findings, quoting: [file].compactMap(\.self), redactor)
    return status
  }
}
