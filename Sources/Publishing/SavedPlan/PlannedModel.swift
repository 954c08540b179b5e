import JSONDocuments
import Reconciler
import RegisteredModels

/// How a plan writes and reads one model: what is shown of it, what is written, what it was made on,
/// and what must be there afterwards.
enum PlannedModel {
  static func document(_ model: ModelResult, _ plan: ModelPlan) -> JSON {
    let registered = model.registered.flatMap { LockedVersion.document(.version($0)) }
    return .object(
      JSONObject(given: [
        "manifest": .string(plan.manifest), "name": .string(plan.name),
        "fullyQualifiedName": .string(plan.fullyQualifiedName),
        "serviceName": .string(plan.serviceName), "key": .string(plan.key),
        "place": plan.place.map { PlannedFinding.document($0) },
        "action": .string(model.action.rawValue), "heldBack": model.isHeldBack ? true : nil,
        "planned": .string(plan.action.rawValue),
        "versionBefore": plan.versionBefore.map { .number($0) },
        "versionAfter": plan.versionAfter.map { .number($0) },
        "breaking": plan.isBreaking ? true : nil, "registered": registered,
        "changes": .array(plan.changes.map { PlannedField.document($0) }),
        "kept": .array(plan.kept.map { PlannedField.document($0) }),
        "conflicts": .array(plan.conflicts.map { PlannedField.document($0) }),
        "edges": .array(plan.edges.map { PlannedEdge.document($0) }),
        "write": PlannedWrite.document(plan.write),
        "basis": plan.basis.map { PlannedEdge.document($0) },
        "expected": PlannedField.document(plan.expected),
      ]))
  }

  static func model(_ entry: RecordedValue) throws(RecordShapeError) -> ModelResult {
    var result = ModelResult(try plan(entry))
    result.action = try entry.choice("action")
    if result.action == .blocked { result.versionAfter = result.versionBefore }
    result.isHeldBack = try entry.flag("heldBack")
    if let registered = entry.given("registered"),
      case .version(let version) = try LockedVersion.answer(registered)
    {
      result.registered = version
    }
    return result
  }

  private static func plan(_ entry: RecordedValue) throws(RecordShapeError) -> ModelPlan {
    var plan = ModelPlan(
      manifest: try entry.text("manifest"), name: try entry.text("name"),
      fullyQualifiedName: try entry.text("fullyQualifiedName"),
      serviceName: try entry.text("serviceName"), action: try entry.choice("planned"))
    plan.key = try entry.text("key")
    plan.place = try PlannedFinding.place(entry)
    plan.versionBefore = try entry.optionalNumber("versionBefore")
    plan.versionAfter = try entry.optionalNumber("versionAfter")
    plan.isBreaking = try entry.flag("breaking")
    plan.changes = try entry.list("changes").map { item throws(RecordShapeError) in
      try PlannedField.change(item)
    }
    plan.kept = try entry.list("kept").map { item throws(RecordShapeError) in
      try PlannedField.kept(item)
    }
    plan.conflicts = try entry.list("conflicts").map { item throws(RecordShapeError) in
      try PlannedField.conflict(item)
    }
    plan.edges = try entry.list("edges").map { item throws(RecordShapeError) in
      try PlannedEdge.edge(item)
    }
    plan.write = try PlannedWrite.write(entry.given("write"))
    if let basis = entry.given("basis") { plan.basis = try PlannedEdge.basis(basis) }
    plan.expected = try PlannedField.values(try entry.member("expected"))
    return plan
  }
}
