import Diagnostics
import JSONDocuments
import ModelManifests

/// What manifest, project config and command line say about fields.
struct FieldRules: Sendable {
  let manifest: ModelManifest
  let options: PlanOptions

  /// Who owns a field; the manifest's rules come before the project's.
  func owner(of path: FieldPath) -> FieldOwner? {
    manifest.ownership.owner(of: path) ?? options.ownership.owner(of: path)
  }

  /// Whether the file's value wins over any edit.
  func isForced(_ path: FieldPath) -> Bool {
    options.force.contains { $0.covers(path) }
  }

  /// Whether the lock acknowledges the value that the catalog has in a field.
  func isAcknowledged(_ value: JSON?, at path: FieldPath) -> Bool {
    path.kind == .prose
      && options.acknowledged.acknowledges(
        value, at: path.description, of: manifest.findingsKey)
  }

  /// Where the absence of a field comes from: the registry that could give it, the innermost list
  /// around it that the file gives, or the manifest.
  func origin(ofAbsent path: FieldPath, _ desired: DesiredFields) -> Origin {
    if let origin = desired.origins.origin(of: path) { return origin }
    for count in stride(from: path.segments.count, to: 0, by: -1) {
      if let range = desired.lists[FieldPath(Array(path.segments.prefix(count)))] {
        return .file(range)
      }
    }
    return .file(manifest.range)
  }
}
