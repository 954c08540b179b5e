import Diagnostics
import ModelManifests

extension PublishInput {
  /// Findings with the edits that carry out their fixes in the files as they were read.
  func withEdits(_ findings: [Diagnostic]) -> [Diagnostic] {
    let places = findings.filter { $0.fix != nil }.compactMap(\.range)
    let paths = Set(places.filter { !$0.isOnCommandLine }.map(\.path))
    var findings = findings
    for file in files where paths.contains(file.path) {
      let kind: FixableFile.Kind = file.path == config.path ? .projectConfig : .manifest
      let edits = FixableFile(file, kind).edits(for: findings)
      for index in findings.indices where !edits[index].isEmpty {
        findings[index].edits = edits[index]
      }
    }
    return findings
  }
}
