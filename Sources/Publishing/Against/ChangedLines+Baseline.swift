import Diagnostics
import ModelManifests

extension ChangedLines {
  /// The lines of the project config and the manifests that are not as they were, those that are
  /// not committed yet included.
  ///
  /// A manifest that was moved is compared with the file that described its model.
  init(
    from committed: CommittedManifests, config: SourceFile?, to input: PublishInput,
    current: [String: SourceFile]
  ) {
    self.init()
    for (path, file) in current {
      var former = committed.files[path]
      if file.path == input.config.path {
        former = config
      } else if former == nil {
        let model = input.models.first { $0.path == file.path }
        former = model.flatMap { committed.filesByModel[$0.findingsKey] }
      }
      let ranges =
        former.map { LineChanges.ranges(from: $0, to: file) } ?? LineChanges.all(file)
      for lines in ranges { add(lines, of: file.path) }
    }
  }
}
