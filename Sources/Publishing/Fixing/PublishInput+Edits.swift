import Diagnostics
import ModelManifests

extension PublishInput {
  /// Findings with the edits that carry out their fixes in the files as they were read.
  func withEdits(_ findings: [Diagnostic]) -> [Diagnostic] {
    let paths = Set(findings.filter { $0.fix != nil }.compactMap(\.range?.path))
    var findings = findings
    for (file, kind) in fixableFiles where paths.contains(file.path) {
      let edits = FixableFile(file, kind).edits(for: findings)
      for index in findings.indices where !edits[index].isEmpty {
        findings[index].edits = edits[index]
      }
    }
    return findings
  }

  /// The texts that other readers of YAML take for something else.
  var unquotedTexts: DiagnosticList {
    var list = DiagnosticList()
    for (file, kind) in fixableFiles {
      for finding in UnquotedText.findings(in: file, kind) { list.append(finding) }
    }
    return list
  }

  /// The files without the command line, which findings quote as if it were one.
  private var fixableFiles: [(SourceFile, FixableFile.Kind)] {
    files.filter { file in
      !SourceRange(path: file.path, start: .start, end: .start).isOnCommandLine
    }.map { ($0, $0.path == config.path ? .projectConfig : .manifest) }
  }
}
