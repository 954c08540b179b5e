import Diagnostics
import JSONDocuments
public import Publishing

/// Findings as GitLab's Code Quality reads them
/// (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format): lines only.
public struct CodeQualityReport: Sendable {
  private let context: ReportContext

  /// Makes reports.
  public init(_ context: ReportContext) {
    self.context = context
  }

  /// The report's text.
  public func text(_ result: RunResult) -> String {
    let fallback = result.models.first?.manifest ?? context.files.first?.path ?? "ml_model.yaml"
    let path = context.located(fallback).text
    let findings = FindingList(result, context).active
    return JSON.array(findings.map { entry($0, fallback: path) }).text(.readable) + "\n"
  }

  /// - Parameter fallback: The file of a finding that is about none, which GitLab cannot do without.
  private func entry(_ finding: ReportedFinding, fallback: String) -> JSON {
    let range = finding.place?.range
    return [
      "check_name": .string(finding.code),
      "description": .string(([finding.message] + finding.remarks).joined(separator: "; ")),
      "fingerprint": .string(finding.fingerprint),
      "severity": .string(severity(finding)),
      "location": [
        "path": .string(finding.place?.path.text ?? fallback),
        "lines": [
          "begin": .number(JSONNumber(range?.start.line ?? 1)),
          "end": .number(JSONNumber(range?.end.line ?? 1)),
        ],
      ],
    ]
  }

  private func severity(_ finding: ReportedFinding) -> String {
    switch finding.severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
