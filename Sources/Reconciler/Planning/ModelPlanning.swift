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
  /// Whether it mattered who wrote what.
  private(set) var asksWhoWeAre = false

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
      report(
        .nameNotWritable, "the server cannot store the name `\(manifest.findingsKey)`",
        hint: "remove quotes and line ends from the names of the service and the model")
      return blocked(manifest.findingsKey)
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
      checkConnector(
        serviceType: services.existing(manifest.service.name)?.serviceType
          ?? manifest.service.serviceType?.value, rewriter: nil)
      return creation(name)
    case .deleted?:
      report(
        .modelDeleted, "the model `\(name)` was deleted in the catalog",
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
    asksWhoWeAre = history != nil
    let blame = Blame(current: current, history: history ?? [], principal: snapshot.principal)
    checkConnector(serviceType: current.serviceType, rewriter: blame.rewriter)
    let reconciliation = reconciliation(resolution, current: current, blame: blame)
    var plan = plan(name, reconciliation.changes.isEmpty ? .none : .update, reconciliation)
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
    plan.write = .restore(id: current.id)
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
      names: ReferenceNames(current, resolution.fields))
    for remark in result.remarks {
      let range = resolution.fields.range(of: remark.path) ?? manifest.name.range
      findings.append(remark.finding(at: range, model: manifest.findingsKey))
    }
    checkOwners(result)
    checkDataProducts(result, current)
    return result
  }

  /// Data products belong to domains, and servers refuse one without the other; of a new model they
  /// do not ask which domain it will inherit.
  private mutating func checkDataProducts(_ result: FieldReconciliation, _ current: MlModel?) {
    let members: Set<String> = ["dataProducts", "domain", "domains"]
    // Of a domain that nobody could look up its own finding says what is the matter.
    guard result.changes.contains(where: { members.contains($0.path.topLevelMember) }),
      !result.desired.isSetAside(.domain), !result.desired.isSetAside(.domains)
    else { return }
    let after = Set(result.expected.leaves.keys.map(\.topLevelMember))
    let inherited =
      ModelDocument.references(current?.document, in: .domains)
      + [EntityReference(current?.document["domain"])].compactMap { $0 }
    guard after.contains("dataProducts"), after.isDisjoint(with: ["domain", "domains"]),
      !inherited.contains(where: \.isInherited)
    else { return }
    findings.append(
      Diagnostic(
        .dataProductWithoutDomain, "the model has a data product and no domain",
        hint: "name the data product's domain under domains:",
        at: manifest.dataProducts.range ?? manifest.domains.range ?? manifest.name.range,
        fieldPath: "dataProducts", model: manifest.findingsKey))
  }

  /// Owners that the server forbids together, those that others gave included; when the file alone
  /// is at fault, that was found when it was read.
  private mutating func checkOwners(_ result: FieldReconciliation) {
    guard manifest.ownerBesideTeam == nil else { return }
    let owners = result.expected.leaves.filter { $0.key.memberOfSet == .owners }
    let changesOwners = result.changes.contains { $0.path.memberOfSet == .owners }
    let teams = owners.filter { $0.value["type"]?.string == "team" }
    guard changesOwners, !teams.isEmpty, owners.count > 1 else { return }
    let names = owners.keys.sorted().compactMap(\.elementKey).map { "`\($0)`" }
    findings.append(
      Diagnostic(
        .ownersExcludeEachOther,
        "a model is owned by users or by one team, not by \(names.joined(separator: " and "))",
        hint: "keep one team, or the users only; owners given in the catalog count too",
        at: manifest.owners.range ?? manifest.name.range, fieldPath: "owners",
        model: manifest.findingsKey))
  }

  /// Says when something else than this publisher writes the models of the service.
  private mutating func checkConnector(serviceType: String?, rewriter: String?) {
    let service = manifest.service
    let hint = "publish into a service of your own, of the type \(MlModelService.ownType)"
    func report(
      _ code: DiagnosticCode, _ message: String, hint: String = hint, at range: SourceRange? = nil
    ) {
      findings.append(
        Diagnostic(
          code, message, hint: hint, at: range ?? service.nameRange ?? manifest.name.range,
          fieldPath: "serviceName", model: manifest.findingsKey))
    }
    if let serviceType, let given = service.serviceType, given.value != serviceType {
      report(
        .serviceTypeDiffers,
        "the service `\(service.name)` is of the type \(serviceType), not \(given.value)",
        hint: serviceType == MlModelService.ownType
          ? "write \(serviceType), or name another service; the type of one that is there stays"
          : hint, at: given.range)
    } else if let serviceType, serviceType != MlModelService.ownType {
      report(
        .serviceOfConnector,
        "the service `\(service.name)` is of the type \(serviceType), which a connector fills")
    }
    if let rewriter {
      report(
        .rewrittenByOthers,
        "`\(rewriter)` keeps rewriting the algorithm or the features that this publisher writes")
    }
  }

  private mutating func edges(
    _ name: String, _ resolution: Resolution, _ reconciliation: FieldReconciliation, blame: Blame?
  ) -> [EdgePlan] {
    let planning = EdgePlanning(
      model: name, capabilities: snapshot.capabilities, resolution: resolution,
      expected: reconciliation.expected, existing: snapshot.edges[name] ?? [], blame: blame)
    let edges = planning.plans
    guard let count = planning.excessiveRemovals(edges), !options.allowsPrune else { return edges }
    report(
      .tooManyEdgesRemoved,
      "\(count) edges into `\(name)` would be removed, more than half as many as would stay",
      hint: "check the file; give --allow-prune when this is meant")
    return edges.filter { $0.action != .remove }
  }

  private func plan(
    _ name: String, _ action: ModelPlan.Action, _ result: FieldReconciliation
  ) -> ModelPlan {
    var plan = ModelPlan(
      manifest: manifest.path, name: manifest.name.value, fullyQualifiedName: name,
      serviceName: manifest.service.name, action: action)
    plan.changes = result.changes
    plan.kept = result.kept
    plan.conflicts = result.conflicts
    plan.expected = result.expected
    return plan
  }

  private func blocked(_ name: String) -> ModelPlan {
    ModelPlan(
      manifest: manifest.path, name: manifest.name.value, fullyQualifiedName: name,
      serviceName: manifest.service.name, action: .blocked)
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, hint: String) {
    findings.append(
      Diagnostic(
        code, message, hint: hint, at: manifest.name.range, model: manifest.findingsKey))
  }
}
