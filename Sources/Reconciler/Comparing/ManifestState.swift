public import Diagnostics
public import ModelManifests

/// What the files of a project describe at one time.
public struct ManifestState: Sendable {
  /// The models, each once.
  public var models: [ModelManifest]
  /// The fields of models that cannot be told because of errors, by `ModelManifest.findingsKey`.
  ///
  /// Some values stand in for what cannot be read. An empty path covers the whole model.
  public var faults: [String: [FieldPath]]
  /// The files that cannot be read as manifests, so that nobody knows what they describe.
  public var unreadableFiles: Set<String>

  /// Makes a state.
  public init(
    models: [ModelManifest], faults: [String: [FieldPath]] = [:],
    unreadableFiles: Set<String> = []
  ) {
    self.models = models
    self.faults = faults
    self.unreadableFiles = unreadableFiles
  }

  /// The fields of a model that cannot be told.
  func faults(of model: ModelManifest) -> [FieldPath] {
    (faults[model.findingsKey] ?? []) + model.unreadFields
  }

  /// Notes what errors of reading mean for comparing: those about a model hide a field of it, or
  /// all, those about one of the files in `paths` all that it describes.
  ///
  /// A key that is not known hides nothing but the field that it most likely stands for.
  public mutating func add(errorsOf findings: DiagnosticList, in paths: Set<String>) {
    for finding in findings.items where finding.severity == .error && finding.code != .unknownKey {
      if let model = finding.model {
        let path = finding.fieldPath.flatMap { try? FieldPath(parsing: $0) }
        faults[model, default: []].append(path ?? FieldPath([]))
      } else if let path = finding.range?.path, paths.contains(path) {
        unreadableFiles.insert(path)
      }
    }
  }
}
