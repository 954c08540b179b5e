import Diagnostics

struct DiagnosticRenderer {
  let color: Bool
  func render(_ finding: Diagnostic, in file: SourceFile?) -> String {
    var lines = [
      "\(finding.range.map { "\($0): " } ?? "")\(finding.severity.rawValue)[\(finding.code.rawValue)]: \(finding.message)"
    ]
    if let range = finding.range, let line = file?.line(range.start.line) { lines.append(line) }
    if let hint = finding.hint { lines.append("hint: \(hint)") }
    return lines.joined(separator: "\n")
  }
}
