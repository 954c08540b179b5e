import Diagnostics
import JSONDocuments
import ModelManifests

/// The fields that somebody else changed in the catalog since they were published.
///
/// It is what planning decides about edits: a field that the file gives up, one that the catalog
/// owns, and one that the file has as the catalog has it are no drift.
struct FieldDrift {
  private let desired: DesiredFields
  private let blame: Blame
  private let manifest: ModelManifest
  private let reconciliation: FieldReconciliation

  init(
    _ reconciliation: FieldReconciliation, _ desired: DesiredFields, _ blame: Blame,
    _ manifest: ModelManifest
  ) {
    self.reconciliation = reconciliation
    self.desired = desired
    self.blame = blame
    self.manifest = manifest
  }

  var drifts: [Drift] { reconciliation.remarks.compactMap { drift($0) } }

  private func drift(_ remark: FieldRemark) -> Drift? {
    let path = remark.path
    switch remark.kind {
    case .conflict(let catalog, let file, let edit):
      let text = FieldRemark.text(file, at: path)
      return drift(
        path, now: catalog, edit,
        hint: "both sides changed, and the file has \(text): take the catalog's value into the "
          + "file, or publish with --force \(path.shellWord)")
    case .kept(.edited(let edit), let value, _):
      if remark.owner == .catalog { return nil }
      return drift(
        path, now: value, edit,
        hint: "take it into the file, or publish with --force \(path.shellWord), or set "
          + "ownership: {\(path.yamlKey): catalog} when it is the catalog's")
    case .overwritten(.edit(let edit), let value, _, _):
      return drift(
        path, now: value, edit,
        hint: "take it into the file, else the next publication writes the file's value")
    case .kept, .overwritten, .removedWithEdits: return nil
    }
  }

  private func drift(_ path: FieldPath, now: JSON?, _ edit: Edit, hint: String) -> Drift {
    let published = reconciliation.names.naming(published(path, now))
    let (before, after) = (FieldRemark.text(published, at: path), FieldRemark.text(now, at: path))
    let what =
      switch (published, now) {
      case (_, nil): "was removed in the catalog by \(edit)"
      case (nil, _): "was added in the catalog by \(edit)"
      default: "was edited in the catalog by \(edit): \(before) was published, now it is \(after)"
      }
    let finding = Diagnostic(
      .driftedField, "`\(path)` \(what)", hint: hint,
      at: desired.range(of: path) ?? manifest.name.range, fieldPath: path.description,
      model: manifest.findingsKey)
    return Drift(
      .edited, path.description, published: published, current: now, edit: edit, finding)
  }

  /// What we last made of a field; a member of a set that is away was in it.
  private func published(_ path: FieldPath, _ now: JSON?) -> JSON? {
    if path.memberOfSet != nil {
      return now == nil ? desired.leaves[path]?.value ?? path.elementKey.map { .string($0) } : nil
    }
    guard case .ours(let value) = blame.base(of: path).base else { return nil }
    return value
  }
}
