public import Diagnostics
import JSONDocuments
import ModelManifests
public import OpenMetadataEntities

extension Planner {
  /// What is to be said about what models name, without knowing any model of the catalog.
  ///
  /// These are the findings of ``plan(_:_:_:diagnostics:)`` about references, and one for each
  /// reference that a snapshot made of a lock does not hold.
  ///
  /// - Parameter command: What makes the lock anew.
  public static func checkReferences(
    _ desired: [DesiredModel], _ snapshot: CatalogSnapshot,
    lockedBy command: String = "mlcatalog lock", diagnostics: inout DiagnosticList
  ) -> ReferenceCounts {
    var references = ReferenceCounts()
    for model in desired {
      guard model.fullyQualifiedName(snapshot.capabilities) != nil else {
        diagnostics.append(ModelChecks(manifest: model.manifest).nameNotWritable)
        continue
      }
      let resolution = Resolution(model, in: snapshot, current: nil)
      diagnostics.append(contentsOf: resolution.findings)
      references.add(resolution.references)
      for finding in UnlockedReferences(model, in: snapshot, lockedBy: command).findings {
        diagnostics.append(finding)
      }
    }
    return references
  }

  /// The texts that the catalog has now in the models that are there.
  public static func liveProse(
    of desired: [DesiredModel], in snapshot: CatalogSnapshot
  ) -> [LiveProse] {
    desired.flatMap { model -> [LiveProse] in
      guard let name = model.fullyQualifiedName(snapshot.capabilities),
        case .found(let current)? = snapshot.models[name]
      else { return [] }
      let wanted = Resolution(model, in: snapshot, current: current).fields
      return FieldValues(of: current).leaves.compactMap { path, value in
        guard path.kind == .prose, let text = value.string else { return nil }
        return LiveProse(
          model: model.manifest.findingsKey, path: path.description,
          digest: AcknowledgedProse.digest(of: text),
          isOfFile: path.kind.areSame(wanted.leaves[path]?.value, value))
      }
    }
  }
}
