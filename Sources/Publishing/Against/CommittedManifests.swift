import Diagnostics
import ModelManifests
import Reconciler

/// The manifests of a commit, decoded as those of the work tree are.
struct CommittedManifests {
  /// What they described.
  let state: ManifestState
  /// The files by the names that the commit has for them.
  let files: [String: SourceFile]
  /// The files by the models that they describe.
  let filesByModel: [String: SourceFile]

  /// Decodes files; nil stands for the text of one that is too large.
  init(
    _ texts: [String: SourceFile?], _ committed: CommittedFiles, config: ProjectConfig,
    _ overrides: FieldOverrides
  ) {
    var state = ManifestState(models: [])
    var models: [ModelManifest] = []
    var filesByModel: [String: SourceFile] = [:]
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let file = text else {
        state.unreadableFiles.insert(committed.shown(path))
        continue
      }
      var findings = DiagnosticList()
      let manifest = ManifestFile(
        file, config: config, overrides: overrides, diagnostics: &findings)
      state.add(errorsOf: findings, in: [file.path])
      models += manifest.models.map { $0.applying(config.serviceAliases) }
      for model in manifest.models { filesByModel[model.findingsKey] = file }
    }
    var repetitions = DiagnosticList()
    state.models = RepeatedModels.removed(from: models, diagnostics: &repetitions)
    state.add(errorsOf: repetitions, in: [])
    self.state = state
    self.filesByModel = filesByModel
    files = texts.compactMapValues(\.self)
  }
}

extension ManifestState {
  /// What the files describe now; findings of other files than `paths` say nothing about them.
  init(of input: PublishInput, without excluded: Set<String>) {
    let models = input.models.filter { !excluded.contains($0.path) }
    self.init(models: models)
    add(errorsOf: input.diagnostics, in: Set(input.files.map(\.path)))
  }

  /// The state with the models of a selection only.
  func selecting(_ selection: ModelSelection) -> ManifestState {
    guard selection != .everything else { return self }
    var state = self
    state.models = models.filter { selection.includes($0.findingsKey) }
    return state
  }
}
