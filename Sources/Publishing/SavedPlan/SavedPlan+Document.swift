import Diagnostics
import JSONDocuments
import Reconciler

extension SavedPlan {
  /// What marks a file as a plan.
  private static let kind = "mlcatalog publication plan"
  /// What went wrong in a check for that it asked for an exit status of its own is none of a run
  /// that writes.
  private static let checkOnly: Set<ExitCode> = [.changes, .unwritableReport]

  /// The members of the document, without the digest.
  var content: JSONObject {
    let outcome = checked.outcome
    return JSONObject(given: [
      "kind": .string(Self.kind), "schemaVersion": .number(JSONNumber(Self.schemaVersion)),
      "tool": ["name": "mlcatalog", "version": .string(toolVersion)],
      "server": checked.server.map {
        ["url": .string($0.url), "version": .string($0.version)]
      }, "environment": environment.map { .string($0) } ?? .null,
      "user": checked.principal.map { .string($0) },
      "failOn": .string(failOn.rawValue), "incomplete": .bool(outcome.isIncomplete),
      "troubles": .array(
        outcome.troubles.subtracting(Self.checkOnly).map(\.rawValue).sorted()
          .map { .number(JSONNumber($0)) }),
      "services": .array(
        checked.services.map { service in
          .object(
            JSONObject(given: [
              "name": .string(service.name), "action": .string(service.action.rawValue),
              "request": service.request,
            ]))
        }),
      "models": .array(
        checked.models.compactMap { model in
          model.plan.map { PlannedModel.document(model, $0) }
        }),
      "references": [
        "declared": .number(JSONNumber(checked.references.declared)),
        "resolved": .number(JSONNumber(checked.references.resolved)),
        "unresolved": .number(JSONNumber(checked.references.unresolved)),
        "notChecked": .number(JSONNumber(checked.references.notChecked)),
      ],
      "registries": [
        "declared": .number(JSONNumber(checked.registries.declared)),
        "resolved": .number(JSONNumber(checked.registries.resolved)),
        "unresolved": .number(JSONNumber(checked.registries.unresolved)),
        "notChecked": .number(JSONNumber(checked.registries.notChecked)),
      ],
      "diagnostics": .array(checked.diagnostics.map { PlannedFinding.document($0) }),
    ])
  }

  /// Whether a document says that it is a plan.
  static func isPlan(_ document: JSON) -> Bool { document["kind"]?.string == kind }

  /// Reads the members of a document.
  ///
  /// - Throws: ``RecordShapeError`` for anything that this program would not have written.
  init(_ document: RecordedValue) throws(RecordShapeError) {
    var checked = RunResult(mode: .publish)
    let server = try document.member("server")
    checked.server = ServerIdentity(
      url: try server.text("url"), version: try server.text("version"))
    checked.principal = try document.optionalText("user")
    checked.outcome.isIncomplete = try document.flag("incomplete")
    for trouble in try document.list("troubles") {
      guard
        let code = trouble.json.integer.flatMap({ Int32(exactly: $0) })
          .flatMap({ ExitCode(rawValue: $0) })
      else { throw trouble.error("is no exit status that is known") }
      checked.outcome.troubles.insert(code)
    }
    checked.services = try document.list("services").map { service throws(RecordShapeError) in
      ServicePlan(
        name: try service.text("name"), action: try service.choice("action"),
        request: service["request"]?.json)
    }
    checked.models = try document.list("models").map { model throws(RecordShapeError) in
      try PlannedModel.model(model)
    }
    let references = try document.member("references")
    checked.references.declared = try references.integer("declared")
    checked.references.resolved = try references.integer("resolved")
    checked.references.unresolved = try references.integer("unresolved")
    checked.references.notChecked = try references.integer("notChecked")
    let registries = try document.member("registries")
    checked.registries.declared = try registries.integer("declared")
    checked.registries.resolved = try registries.integer("resolved")
    checked.registries.unresolved = try registries.integer("unresolved")
    checked.registries.notChecked = try registries.integer("notChecked")
    checked.diagnostics = try document.list("diagnostics").map { finding throws(RecordShapeError) in
      try PlannedFinding.finding(finding)
    }
    self.init(
      checked: checked, toolVersion: try document.member("tool").text("version"),
      environment: try document.given("environment")?.text, failOn: try document.choice("failOn"))
  }
}
