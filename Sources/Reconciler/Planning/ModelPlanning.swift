import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Plans one model.
struct ModelPlanning {
  /// What is to be said about the model.
  private(set) var findings = DiagnosticList()
  /// How the model's references to tables came out.
  private(set) var references = ReferenceCounts()

  private let desired: DesiredModel
  private let manifest: ModelManifest
  private let snapshot: CatalogSnapshot
  private let options: PlanOptions

  init(_ desired: DesiredModel, snapshot: CatalogSnapshot, options: PlanOptions) {
    self.desired = desired
    manifest = desired.manifest
    self.snapshot = snapshot
    self.options = options
  }

  /// The plan, with the model's service noted among `services`.
  mutating func plan(_ services: inout ServicePlanning) -> ModelPlan {
    guard let name = desired.fullyQualifiedName(snapshot.capabilities) else {
      findings.append(checks.nameNotWritable)
      return blocked(manifest.findingsKey)
    }
    let unread = desired.unread(in: snapshot)
    if let (thing, reason) = unread.first {
      let rest = unread.count > 1 ? " and \(unread.count - 1) more" : ""
      report(
        .thingNotRead, "\(thing)\(rest) could not be read: \(reason)",
        hint: "publish again; the other models are not concerned")
      _ = resolved(current: nil)
      return blocked(name)
    }
    switch snapshot.models[name] {
    case .found(let current)?:
      services.note(existing: manifest.service.name)
      return plan(name, over: current)
    case .deleted(let current)? where options.restoresDeleted:
      findings.append(contentsOf: services.note(needed: manifest))
      return restoration(name, of: current)
    case .notFound?, nil:
      findings.append(contentsOf: services.note(needed: manifest))
      let serviceType = services.existing(manifest.service.name)?.serviceType
      add(checks.service(ofType: serviceType ?? manifest.service.serviceType?.value))
      return creation(name)
    case .deleted(let current)?:
      let deletion = Edit(
        updatedBy: current.updatedBy, updatedAt: current.updatedAt.integer ?? 0)
      report(
        .modelDeleted, "the model `\(name)` was deleted in the catalog by \(deletion)",
        hint: "give --restore to bring it back, or delete it in the catalog for good")
    case .forbidden(let reason)?:
      report(
        .modelForbidden, "the token may not see the model `\(name)`: \(reason)",
        hint: "let an administrator give the publisher's bot the right to view and edit it")
    }
    _ = resolved(current: nil)
    return blocked(name)
  }

  // MARK: A new model

  private mutating func creation(_ name: String) -> ModelPlan {
    let resolution = resolved(current: nil)
    let reconciliation = reconciliation(resolution, current: nil, blame: nil)
    if desired.registry == .notChecked, desired.unknown.contains(FieldPath("algorithm")) {
      report(
        .algorithmUnknown,
        "the model is new, and only the registry, which did not answer, may know its algorithm",
        hint: "publish when the registry answers, or add algorithm: to the file")
    }
    var plan = plan(name, .create, reconciliation)
    plan.versionAfter = JSONNumber(lexeme: "0.1")
    let service = CatalogNames(snapshot.capabilities.quoting).normalised(part: plan.serviceName)
    let composer = ModelComposer(
      current: .object(JSONObject()), reconciliation: reconciliation)
    plan.write = .create(composer.creation(name: plan.name, service: service))
    plan.edges = edges(name, resolution, reconciliation, blame: nil)
    return plan
  }

  // MARK: A model that is there

  private mutating func plan(_ name: String, over current: MlModel) -> ModelPlan {
    let resolution = resolved(current: current)
    let history = snapshot.history[name]
    if history != nil { checkPrincipal() }
    let blame = Blame(current: current, history: history ?? [], principal: snapshot.principal)
    checkHistory(blame)
    add(checks.service(ofType: current.serviceType))
    add(blame.rewriter.map { checks.rewritten(by: $0) })
    let reconciliation = reconciliation(resolution, current: current, blame: blame)
    var plan = plan(name, reconciliation.changes.isEmpty ? .none : .update, reconciliation)
    plan.basis = ModelBasis(current, edges: snapshot.edges[name] ?? [])
    plan.versionBefore = current.version
    plan.versionAfter = current.version
    if !plan.changes.isEmpty {
      let effect = BreakingChanges(current: FieldValues(of: current), after: plan.expected)
      plan.changes = effect.marked(plan.changes)
      plan.isBreaking = plan.changes.contains(where: \.isBreaking)
      plan.versionAfter = ModelVersion.next(after: current.version, changes: plan.changes)
      plan.write = .patch(
        ModelPatch(
          id: current.id, version: current.version, updatedAt: current.updatedAt,
          operations: ModelComposer(current: current.document, reconciliation: reconciliation)
            .operations(for: plan.changes),
          customProperties: current.customProperties))
      // What is written goes by the ids; people know the tables by name.
      for index in plan.changes.indices {
        plan.changes[index].path = reconciliation.names.naming(plan.changes[index].path)
      }
    }
    plan.edges = edges(name, resolution, reconciliation, blame: blame)
    return plan
  }

  /// A model that is brought back; its edges show only when it is there, and are planned then.
  ///
  /// They outlast it, so until then those from tables that it has as sources count as there.
  private mutating func restoration(_ name: String, of current: MlModel) -> ModelPlan {
    var plan = plan(name, over: current)
    let sources = FieldValues(of: current).sourceTables
    for index in plan.edges.indices where sources.contains(plan.edges[index].from.id) {
      plan.edges[index].action = .none
      plan.edges[index].details = nil
    }
    let isChanged = plan.write != .none
    plan.action = .restore
    let patch: ModelPatch? = if case .patch(let patch) = plan.write { patch } else { nil }
    plan.write = .restore(id: current.id, then: patch)
    let restored = ModelVersion.next(after: current.version, changes: [])
    plan.versionAfter =
      isChanged ? ModelVersion.next(after: restored, changes: plan.changes) : restored
    return plan
  }

  // MARK: Parts

  private mutating func resolved(current: MlModel?) -> Resolution {
    let resolution = Resolution(desired, in: snapshot, current: current)
    findings.append(contentsOf: resolution.findings)
    references = resolution.references
    return resolution
  }

  private mutating func reconciliation(
    _ resolution: Resolution, current: MlModel?, blame: Blame?
  ) -> FieldReconciliation {
    let result = FieldReconciliation(
      current: current.map { FieldValues(of: $0) } ?? FieldValues(), desired: resolution.fields,
      blame: blame, rules: FieldRules(manifest: manifest, options: options),
      names: ReferenceNames(current, resolution.fields, edges(into: current)))
    for var remark in result.remarks {
      remark.isRegistered = desired.origins.isRegistered(remark.path)
      let range = resolution.fields.range(of: remark.path) ?? manifest.name.range
      findings.append(
        remark.naming(result.names).finding(at: range, model: manifest.findingsKey))
    }
    add(checks.owners(result))
    add(checks.dataProducts(result, current))
    return result
  }

  private func edges(into current: MlModel?) -> [LineageEdge] {
    current.flatMap { snapshot.edges[$0.fullyQualifiedName] } ?? []
  }

  /// Says, where it matters who wrote what, that nobody can tell.
  private mutating func checkPrincipal() {
    guard let principal = snapshot.principal, principal.isShared else { return }
    findings.append(checks.sharedPrincipal(principal))
  }

  private mutating func edges(
    _ name: String, _ resolution: Resolution, _ reconciliation: FieldReconciliation, blame: Blame?
  ) -> [EdgePlan] {
    let planning = EdgePlanning(
      model: name, capabilities: snapshot.capabilities, resolution: resolution,
      expected: reconciliation.expected, existing: snapshot.edges[name] ?? [], blame: blame)
    let edges = planning.plans
    guard let count = planning.excessiveRemovals(edges), !options.allowsPrune else {
      reportLostColumns(planning.lostColumns(edges))
      return edges
    }
    report(
      .tooManyEdgesRemoved,
      "\(count) edges into `\(name)` would be removed, more than half as many as would stay",
      hint: "check the file; give --allow-prune when this is meant")
    let staying = edges.filter { $0.action != .remove }
    reportLostColumns(planning.lostColumns(staying))
    return staying
  }

  /// Says which columns that others drew to features of the file go.
  private mutating func reportLostColumns(
    _ columns: [(table: String, from: String, feature: String)]
  ) {
    for column in columns {
      let path = FieldPath.mlFeatures.element(column.feature)
      findings.append(
        Diagnostic(
          .columnOverwritten,
          "the edge from `\(column.table)` loses `\(column.from)` → `\(column.feature)`, "
            + "which this publisher did not draw",
          hint: "name the column under featureSources of the feature, to keep it",
          at: manifest.mlFeatures.range ?? manifest.name.range, fieldPath: path.description,
          model: manifest.findingsKey))
    }
  }

  /// Says, where it matters who wrote what, that the catalog does not tell all of it.
  private mutating func checkHistory(_ blame: Blame) {
    guard blame.isCutOff, snapshot.principal?.isShared == false else { return }
    report(
      .historyCutOff,
      "the catalog tells only of the last versions of the model: who wrote what before is unknown",
      hint: "what it is unknown of is not removed, and texts are kept unless --force names them")
  }

  private func plan(
    _ name: String, _ action: ModelPlan.Action, _ result: FieldReconciliation
  ) -> ModelPlan {
    var plan = ModelPlan(
      manifest: manifest.path, name: manifest.name.value, fullyQualifiedName: name,
      serviceName: manifest.service.name, action: action)
    plan.changes = result.changes
    plan.kept = result.kept.map { kept in
      KeptValue(path: result.names.naming(kept.path), value: kept.value, edit: kept.edit)
    }
    plan.conflicts = result.conflicts
    plan.expected = result.expected
    plan.key = manifest.findingsKey
    plan.place = manifest.name.range
    return plan
  }

  private func blocked(_ name: String) -> ModelPlan {
    var plan = ModelPlan(
      manifest: manifest.path, name: manifest.name.value, fullyQualifiedName: name,
      serviceName: manifest.service.name, action: .blocked)
    plan.key = manifest.findingsKey
    plan.place = manifest.name.range
    return plan
  }

  private var checks: ModelChecks { ModelChecks(manifest: manifest) }

  private mutating func add(_ finding: Diagnostic?) {
    if let finding { findings.append(finding) }
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, hint: String) {
    findings.append(
      Diagnostic(
        code, message, hint: hint, at: manifest.name.range, model: manifest.findingsKey))
  }
}
