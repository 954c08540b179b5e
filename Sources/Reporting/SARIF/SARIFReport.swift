import Diagnostics
import HTTPClient
import JSONDocuments
public import Publishing

/// Findings as SARIF 2.1.0 (OASIS Standard), within what GitHub's code scanning reads of it
/// (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
///
/// A finding about no file is a notification of the run: code scanning refuses results without a
/// place.
public struct SARIFReport: Sendable {
  private let context: ReportContext

  /// Makes reports.
  public init(_ context: ReportContext) {
    self.context = context
  }

  /// The report's text.
  public func text(_ result: RunResult) -> String {
    let findings = FindingList(result, context).all
    let codes = Set(findings.map(\.diagnostic.code)).sorted()
    let located = findings.filter { $0.place != nil }
    let rules = SARIFRules(codes)
    let document: JSON = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": .string(context.tool.name),
              "version": .string(context.tool.version),
              "semanticVersion": .string(context.tool.version),
              "rules": rules.descriptions,
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "newlineSequences": ["\r\n", "\n", "\r"],
          "originalUriBaseIds": [
            "%SRCROOT%": ["description": ["text": "The root of the repository."]]
          ],
          "invocations": [
            invocation(result, findings.filter { $0.place == nil }, rules)
          ],
          "results": .array(
            located.map { SARIFResult(finding: $0, rules: rules, context: context).document }),
        ]
      ],
    ]
    return document.redacted(by: context.redactor).text(.readable) + "\n"
  }

  private func invocation(
    _ result: RunResult, _ findings: [ReportedFinding], _ rules: SARIFRules
  ) -> JSON {
    let failures: [ExitCode] = [.success, .findings, .changes]
    return [
      "executionSuccessful": .bool(failures.contains(result.outcome.status)),
      "exitCode": .number(JSONNumber(Int(result.outcome.status.rawValue))),
      "toolExecutionNotifications": .array(
        findings.map { finding in
          [
            "descriptor": rules.reference(to: finding.diagnostic.code),
            "level": .string(finding.severity.rawValue),
            "message": ["text": .string(finding.text)],
          ]
        }),
    ]
  }
}
