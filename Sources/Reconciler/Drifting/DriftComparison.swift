import Diagnostics
import JSONDocuments
import ModelManifests
public import OpenMetadataEntities
public import RegisteredModels

/// Compares models as they were last published with what catalog and registries show now; nothing
/// else, and nothing is planned.
public struct DriftComparison: Sendable {
  private let snapshot: CatalogSnapshot
  private let locked: [String: Lookup<Table>]
  private let options: PlanOptions
  /// Where tables are now that are not found by their name, by that name.
  public var movedTables: [String: Lookup<Table>] = [:]

  /// - Parameters:
  ///   - snapshot: What was read for planning.
  ///   - locked: The tables of the lock; none without one.
  ///   - options: What planning would be told.
  public init(
    _ snapshot: CatalogSnapshot, locked: [String: Lookup<Table>] = [:], options: PlanOptions
  ) {
    self.snapshot = snapshot
    self.locked = locked
    self.options = options
  }

  /// The ids that tables had which are not found by their name now, by that name: the lock's, else
  /// the one that the catalog's model has for the same source.
  public func formerTableIDs(_ models: [DesiredModel]) -> [String: String] {
    let names = CatalogNames(snapshot.capabilities.quoting)
    var ids: [String: String] = [:]
    for model in models {
      let published = self.published(model)
      for feature in model.manifest.mlFeatures.value ?? [] {
        for source in feature.featureSources.value ?? [] {
          guard let name = source.dataSourceFqn.value.map({ names.normalised($0) }),
            case .notFound? = snapshot.tables[name]
          else { continue }
          ids[name] =
            ids[name] ?? locked[name]?.entity?.id
            ?? published.first {
              $0.feature == feature.name.value && $0.column == source.name.value
            }?.table
        }
      }
    }
    return ids
  }

  /// What became of one model.
  ///
  /// - Parameter version: The version of its registry that the lock holds; nil for none.
  public func drift(of desired: DesiredModel, locked version: RegisteredVersion?) -> ModelDrift {
    var result = ModelDrift()
    let model = desired.fullyQualifiedName(snapshot.capabilities).flatMap { snapshot.models[$0] }
    let resolution = Resolution(desired, in: snapshot, current: model?.entity)
    result.references = resolution.references
    result.version = model?.known?.version
    switch model {
    case .found(let current)?:
      result.isCompared = true
      compare(current, resolution, &result)
    case .deleted(let current)?:
      result.isCompared = true
      result.drifts.append(deletion(of: current, desired))
    case .notFound?, nil: result.drifts.append(absence(of: desired))
    case .forbidden(let reason)?:
      result.findings.append(
        finding(
          .modelForbidden,
          "the token may not see the model `\(desired.manifest.findingsKey)`: "
            + reason,
          hint: "let an administrator give the publisher's bot the right to view it", desired))
    }
    let lineage = result.drifts.filter { $0.kind == .lineage }
    result.drifts.removeAll { $0.kind == .lineage }
    let tables = TableDrift(
      desired, snapshot, locked: locked, moved: movedTables, published: published(desired))
    result.drifts += tables.drifts
    result.findings += tables.findings
    let registry = RegistryDrift(desired, published: model?.entity, locked: version)
    result.drifts += [registry.drift].compactMap { $0 } + lineage
    result.isRegistrationUnknown = registry.isUnknown
    return result
  }

  private func published(_ desired: DesiredModel) -> [PublishedSource] {
    let model = desired.fullyQualifiedName(snapshot.capabilities).flatMap { snapshot.models[$0] }
    return model?.entity.map { PublishedSource.all(of: $0) } ?? []
  }

  // MARK: Models that are there

  private func compare(
    _ current: MlModel, _ resolution: Resolution, _ result: inout ModelDrift
  ) {
    let desired = resolution.desired
    result.findings += resolution.findings.items.filter { finding in
      finding.severity == .error && !Self.tableCodes.contains(finding.code)
    }
    let history = snapshot.history[current.fullyQualifiedName]
    let blame = Blame(current: current, history: history ?? [], principal: snapshot.principal)
    if history != nil { result.findings += [obstacle(blame, desired)].compactMap { $0 } }
    let reconciliation = FieldReconciliation(
      current: FieldValues(of: current), desired: resolution.fields, blame: blame,
      rules: FieldRules(manifest: desired.manifest, options: options),
      names: ReferenceNames(current, resolution.fields))
    result.drifts += FieldDrift(reconciliation, resolution.fields, blame, desired.manifest).drifts
    result.drifts +=
      LineageDrift(
        resolution, of: current, edges: snapshot.edges[current.fullyQualifiedName] ?? []
      ).drifts
  }

  /// What is told of tables in words of drift.
  private static let tableCodes: Set<DiagnosticCode> = [
    .tableNotFound, .tableDeleted, .tableForbidden, .tableLetterCase, .registeredTableNotFound,
    .unknownColumn, .typeMismatch,
  ]

  /// Why nobody can tell who changed what; nil when versions tell.
  private func obstacle(_ blame: Blame, _ desired: DesiredModel) -> Diagnostic? {
    if let principal = snapshot.principal, principal.isShared {
      return ModelChecks(manifest: desired.manifest).sharedPrincipal(principal)
    }
    guard !blame.hasOwnVersion else { return nil }
    return finding(
      .driftUnknown,
      "no version of the model is by `\(snapshot.principal?.name ?? "this publisher")`, so nobody "
        + "can tell what was published",
      hint: "use the token of the bot that publishes, or publish the model once", desired)
  }

  // MARK: Models that are not

  private func deletion(of current: MlModel, _ desired: DesiredModel) -> Drift {
    let edit = Edit(updatedBy: current.updatedBy, updatedAt: current.updatedAt.integer ?? 0)
    return Drift(
      .edited, "model", published: .string(current.fullyQualifiedName), edit: edit,
      finding(
        .driftedModelDeleted,
        "the model `\(current.fullyQualifiedName)` was deleted in the catalog by \(edit)",
        hint: "publish with --restore to bring it back, or remove its manifest", desired))
  }

  private func absence(of desired: DesiredModel) -> Drift {
    let name = desired.manifest.findingsKey
    return Drift(
      .edited, "model", published: .string(name),
      finding(
        .driftedModelMissing,
        "the catalog has no model `\(name)`: it was deleted for good, or never published",
        hint: "publish it", desired))
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, hint: String, _ desired: DesiredModel
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: desired.manifest.name.range,
      model: desired.manifest.findingsKey)
  }
}
