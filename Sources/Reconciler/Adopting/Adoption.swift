import Diagnostics
import JSONDocuments
import ModelManifests
public import OpenMetadataEntities

/// Describes models of the catalog by manifests: the inverse of merging and planning.
///
/// Each manifest is planned as `publish` would plan it; what would be refused, or would change the
/// model, is left out of it with a remark, so that publishing a manifest that was just made changes
/// no field.
public enum Adoption {
  /// What must be read of the catalog besides the models and their edges; asked again after each
  /// reading, until it names nothing new.
  public static func keys(_ models: [MlModel], _ snapshot: CatalogSnapshot) -> CatalogKeys {
    var keys = CatalogKeys()
    for model in models {
      if !model.customProperties.isEmpty { keys.customProperties = true }
      guard snapshot.customProperties != nil || model.customProperties.isEmpty else { continue }
      let draft = ManifestDraft(model, in: snapshot)
      guard let manifest = reading(draft).manifest else { continue }
      let desired = DesiredModel(manifest)
      keys.formUnion(desired.keys(snapshot.capabilities))
      keys.entities.formUnion(CustomPropertyReferences(desired, snapshot).entities)
    }
    return keys
  }

  /// The manifest of a model that the snapshot holds, with its edges and all that it refers to.
  public static func adopted(_ model: MlModel, in snapshot: CatalogSnapshot) -> AdoptedModel {
    var draft = ManifestDraft(model, in: snapshot)
    var findings: [Diagnostic] = []
    func result(_ text: String?) -> AdoptedModel {
      AdoptedModel(
        name: model.name, fullyQualifiedName: model.fullyQualifiedName, text: text,
        findings: findings)
    }
    while true {
      let (manifest, troubles) = reading(draft)
      guard let manifest, troubles.isEmpty else {
        let left = draft.leave(troubles)
        findings += left.map { notice(of: $0, model) }
        if !left.isEmpty { continue }
        findings.append(refusal(troubles.first?.reason ?? "it has no name", model))
        return result(nil)
      }
      let desired = DesiredModel(manifest)
      guard desired.fullyQualifiedName(snapshot.capabilities) == model.fullyQualifiedName else {
        findings.append(refusal("its names cannot be written as this server quotes them", model))
        return result(nil)
      }
      var list = DiagnosticList()
      let plan = Planner.plan(
        [desired], snapshot, PlanOptions(), diagnostics: &list)
      let left = draft.leave(
        Self.troubles(list, in: draft) + Self.troubles(plan.models))
      findings += left.map { notice(of: $0, model) }
      guard left.isEmpty else { continue }
      let unsaid = UnsaidFacts(model, snapshot, plan.models.first)
      findings += unsaid.losses.map { loss in
        Diagnostic(
          .lineageUnsaid, "\(model.fullyQualifiedName): \(loss)",
          hint: "name the column under featureSources: of the feature to keep it",
          model: model.fullyQualifiedName)
      }
      return result(draft.text(with: unsaid.remarks))
    }
  }

  // MARK: Troubles

  /// The draft as it would be read from its file, and what would be wrong with it.
  private static func reading(
    _ draft: ManifestDraft
  ) -> (manifest: ModelManifest?, troubles: [ManifestDraft.Trouble]) {
    var list = DiagnosticList()
    let file = draft.file
    let manifests = ManifestFile(file, diagnostics: &list)
    return (manifests.models.first, troubles(list, in: draft))
  }

  private static func troubles(
    _ list: DiagnosticList, in draft: ManifestDraft
  ) -> [ManifestDraft.Trouble] {
    let file = draft.file
    let items = list.items.filter { $0.severity == .error || isOfSecret($0.code) }
    return items.map { finding -> ManifestDraft.Trouble in
      let text = finding.range.flatMap { written(at: $0, in: file) }
      let isSecret =
        isOfSecret(finding.code) || text.map { !SecretText.kinds(in: $0).isEmpty } == true
      return ManifestDraft.Trouble(
        path: finding.fieldPath.flatMap { try? FieldPath(parsing: $0) } ?? FieldPath([]),
        written: text,
        reason: isSecret ? "it holds what looks like a secret" : finding.message,
        isSecret: isSecret)
    }
  }

  /// Whether a finding says that everybody would see a secret.
  private static func isOfSecret(_ code: DiagnosticCode) -> Bool {
    [.secretPublished, .tokenPublished].contains(code)
  }

  /// What stands at a place of one line.
  private static func written(at range: SourceRange, in file: SourceFile) -> String? {
    guard range.start.line == range.end.line else { return nil }
    return file.text(from: range.start, to: range.end)
  }

  /// What publishing would not leave as it is.
  private static func troubles(_ plans: [ModelPlan]) -> [ManifestDraft.Trouble] {
    let paths = plans.flatMap { plan in
      plan.changes.map(\.path) + plan.kept.map(\.path) + plan.conflicts.map(\.path)
    }
    return paths.map { path in
      ManifestDraft.Trouble(
        path: path, written: nil, reason: "no manifest says it so that it stays the same")
    }
  }

  // MARK: Findings

  private static func notice(of trouble: ManifestDraft.Trouble, _ model: MlModel) -> Diagnostic {
    Diagnostic(
      trouble.isSecret ? .secretLeftToCatalog : .leftToCatalog,
      "\(model.fullyQualifiedName): \(trouble.remark)",
      hint: trouble.isSecret
        ? "replace it, and take it out of the catalog, where everybody sees it" : nil,
      fieldPath: trouble.path.description, model: model.fullyQualifiedName)
  }

  private static func refusal(_ reason: String, _ model: MlModel) -> Diagnostic {
    Diagnostic(
      .modelNotDescribable, "no manifest can describe `\(model.fullyQualifiedName)`: \(reason)",
      hint: "correct it in the catalog, and run the command again",
      model: model.fullyQualifiedName)
  }
}
