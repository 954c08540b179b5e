import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Publishing
import Reconciler
import RegisteredModels

extension JSON {
  /// A text, or null.
  init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  init(summary: ReportSummary) {
    var object = JSONObject()
    for action: ModelResult.Action in [.create, .update, .restore, .none, .blocked, .failed] {
      object[action.rawValue] = .number(JSONNumber(summary[action]))
    }
    object["conflicts"] = .number(JSONNumber(summary.conflicts))
    object["errors"] = .number(JSONNumber(summary.errors))
    object["warnings"] = .number(JSONNumber(summary.warnings))
    self = .object(object)
  }

  init(diagnostic: Diagnostic) {
    let range = diagnostic.range
    func number(_ value: Int?) -> JSON { value.map { .number(JSONNumber($0)) } ?? .null }
    self = [
      "code": .string(diagnostic.code.rawValue),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "hint": JSON(diagnostic.hint),
      "path": JSON(range?.path),
      "line": number(range?.start.line),
      "column": number(range?.start.column),
      "endLine": number(range?.end.line),
      "endColumn": number(range?.end.column),
      "suppressed": .bool(diagnostic.suppressed),
      "notes": .array(
        diagnostic.notes.map { note in
          [
            "message": .string(note.message),
            "path": JSON(note.range?.path),
            "line": number(note.range?.start.line),
            "column": number(note.range?.start.column),
          ]
        }),
    ]
  }

  init(selected: SelectedModels) {
    self = [
      "select": .array(selected.selection.patterns.map { .string($0) }),
      "shard": JSON(selected.selection.shard?.description),
      "described": .number(JSONNumber(selected.described)),
      "matched": .number(JSONNumber(selected.matched)),
      "selected": .number(JSONNumber(selected.selected)),
    ]
  }

  init(model: ModelResult) {
    let plan = model.plan
    let document: JSON = [
      "manifest": .string(model.manifest),
      "name": .string(model.name),
      "fullyQualifiedName": .string(model.fullyQualifiedName),
      "action": .string(model.action.rawValue),
      "versionBefore": JSON(model.versionBefore?.lexeme),
      "versionAfter": JSON(model.versionAfter?.lexeme),
      "breaking": .bool(plan?.isBreaking ?? false),
      "url": JSON(model.url),
      "registered": model.registered.map { JSON(registered: $0) } ?? .null,
      "changes": .array((plan?.changes ?? []).map(JSON.init(change:))),
      "kept": .array((plan?.kept ?? []).map(JSON.init(kept:))),
      "conflicts": .array((plan?.conflicts ?? []).map(JSON.init(conflict:))),
      "edges": .array((plan?.edges ?? []).map(JSON.init(edge:))),
    ]
    var object = document.object ?? JSONObject()
    // There only when somebody asked what changed since the model was published.
    object["drift"] = model.drifts.map { .array($0.map(JSON.init(drift:))) }
    self = .object(object)
  }

  private init(drift: Drift) {
    self = [
      "kind": .string(drift.kind.rawValue),
      "code": .string(drift.finding.code.rawValue),
      "subject": .string(drift.subject),
      "path": JSON(drift.finding.fieldPath),
      "published": drift.published ?? .null,
      "current": drift.current ?? .null,
      "updatedBy": JSON(drift.edit?.updatedBy),
      "updatedAt": JSON(drift.edit.map { Timestamp.text($0.updatedAt) }),
    ]
  }

  private init(registered version: RegisteredVersion) {
    self = [
      "registry": .string(version.origin),
      "model": .string(version.model),
      "version": .string(version.version),
      "aliases": .array((version.aliases?.value ?? []).map { .string($0) }),
      "stage": JSON(version.stage?.value),
      "run": JSON(version.run?.id),
    ]
  }

  init(change: FieldChange) {
    self = [
      "path": .string(change.path.description),
      "before": change.before ?? .null,
      "after": change.after ?? .null,
      "origin": .string(change.origin.description),
      "breaking": .bool(change.isBreaking),
    ]
  }

  private init(kept: KeptValue) {
    self = [
      "path": .string(kept.path.description),
      "value": kept.value ?? .null,
      "updatedBy": JSON(kept.edit?.updatedBy),
      "updatedAt": JSON(kept.edit.map { Timestamp.text($0.updatedAt) }),
    ]
  }

  private init(conflict: FieldConflict) {
    self = [
      "path": .string(conflict.path.description),
      "catalog": conflict.catalog ?? .null,
      "manifest": conflict.manifest ?? .null,
      "updatedBy": .string(conflict.edit.updatedBy),
      "updatedAt": .string(Timestamp.text(conflict.edit.updatedAt)),
    ]
  }

  private init(edge: EdgePlan) {
    self = [
      "from": .string(edge.from.fullyQualifiedName ?? edge.from.id),
      "to": .string(edge.to),
      "action": .string(edge.action.rawValue),
      "columns": .array(
        edge.columns.flatMap { pair in
          pair.fromColumns.map { ["from": .string($0), "to": .string(pair.toColumn)] as JSON }
        }),
    ]
  }
}
