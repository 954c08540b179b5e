import Diagnostics
import HTTPClient

extension StandardStream {
  /// Writes findings, with the lines of those files that they are about.
  func write(_ findings: [Diagnostic], quoting files: [SourceFile] = [], _ redactor: Redactor) {
    let files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    let renderer = DiagnosticRenderer { files[$0] }
    for finding in findings { write(redactor.redact(renderer.text(finding))) }
  }
}
