public import HTTPClient
public import JSONDocuments
public import Publishing
import Reconciler

/// The report of `--format json`, schema version 1: an envelope that every command shares, and the
/// payload of publishing.
public struct JSONReport: Sendable {
  private let tool: ToolIdentity
  private let redactor: Redactor

  /// Makes reports in the name of a program.
  public init(tool: ToolIdentity, redactor: Redactor = Redactor([])) {
    self.tool = tool
    self.redactor = redactor
  }

  /// The report's text: indented, keys sorted, a line end after it.
  public func text(_ result: RunResult) -> String {
    document(result).text(.readable) + "\n"
  }

  /// The report as a document.
  public func document(_ result: RunResult) -> JSON {
    var object = envelope(result)
    object["services"] = .array(
      result.services.map { ["name": .string($0.name), "action": .string($0.action.rawValue)] })
    object["models"] = .array(result.models.map(JSON.init(model:)))
    // There only when not all models were asked for.
    object["selection"] = result.selected.map { JSON(selected: $0) }
    object["references"] = [
      "declared": .number(JSONNumber(result.references.declared)),
      "resolved": .number(JSONNumber(result.references.resolved)),
      "unresolved": .number(JSONNumber(result.references.unresolved)),
      "notChecked": .number(JSONNumber(result.references.notChecked)),
    ]
    object["notChecked"] = .array(
      result.notChecked.map { entry in
        [
          "subject": .string(entry.subject.rawValue), "count": .number(JSONNumber(entry.count)),
          "reason": .string(entry.reason),
        ]
      })
    object["registries"] = [
      "declared": .number(JSONNumber(result.registries.declared)),
      "resolved": .number(JSONNumber(result.registries.resolved)),
      "unresolved": .number(JSONNumber(result.registries.unresolved)),
      "notChecked": .number(JSONNumber(result.registries.notChecked)),
    ]
    // Only a run with `--fix` has any.
    if !result.fixed.isEmpty {
      object["fixed"] = .array(result.fixed.map(JSON.init(diagnostic:)))
    }
    // There only when somebody asked what changed.
    object["comparison"] = result.comparison.map { JSON(comparison: $0) }
    // There only when a plan was saved or carried out.
    object["plan"] = result.savedPlan.map { plan in
      ["path": .string(plan.path), "digest": .string(plan.digest)]
    }
    // There only in what `doctor` reports.
    object["checks"] = result.checkups.map { JSON(checkups: $0) }
    object["rules"] = result.observations.map { JSON(observations: $0) }
    object["settings"] = result.settings.map { JSON(settings: $0) }
    return JSON.object(object).redacted(by: redactor)
  }

  private func envelope(_ result: RunResult) -> JSONObject {
    let envelope: JSON = [
      "schemaVersion": 1,
      "tool": ["name": .string(tool.name), "version": .string(tool.version)],
      "mode": .string(result.mode.rawValue),
      "server": result.server.map { ["url": .string($0.url), "version": .string($0.version)] }
        ?? .null,
      "diagnostics": .array(result.diagnostics.map(JSON.init(diagnostic:))),
      "requests": [
        "total": .number(JSONNumber(result.requests.total)),
        "writes": .number(JSONNumber(result.requests.writes)),
        "retries": .number(JSONNumber(result.requests.retries)),
        "registries": .number(JSONNumber(result.requests.registries)),
      ],
      "summary": JSON(summary: ReportSummary(result)),
    ]
    return envelope.object ?? JSONObject()
  }
}
