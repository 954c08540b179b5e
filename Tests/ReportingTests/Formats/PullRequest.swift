import Diagnostics
import ModelManifests
import Publishing
import Reporting

/// The check of a pull request with 60 findings over five files, of which it changes the last.
enum PullRequest {
  static let files = (1...5).map { number in
    SourceFile(
      path: "models/team \(number)/ml_model.yaml",
      bytes: Array(
        ((1...12).map { "      - name: colunm_\($0)  # ☕ \(number)" } + [""])
          .joined(separator: number == 2 ? "\r\n" : "\n").utf8))
  }

  static var context: ReportContext {
    ReportContext(
      tool: ToolIdentity(name: "mlcatalog", version: "0.0.0"), files: files,
      paths: RepositoryPaths(root: "/builds/shop", workingDirectory: "/builds/shop"))
  }

  static var result: RunResult {
    var result = Scenario.update.result
    var changed = ChangedLines()
    changed.add(3...6, of: files[4].path)
    result.changedLines = changed
    result.diagnostics = files.flatMap { file in (1...12).map { finding(file, line: $0) } }
    result.diagnostics[7].suppressed = true
    result.diagnostics[7].model = Scenario.modelName
    result.outcome.troubles = [.findings]
    return result
  }

  private static func finding(_ file: SourceFile, line: Int) -> Diagnostic {
    let end = "colunm_\(line)".utf8.count
    let range = SourceRange(
      path: file.path, start: Position(line: line, column: 15),
      end: Position(line: line, column: 15 + end))
    let severity: Severity =
      line.isMultiple(of: 6) ? .note : line.isMultiple(of: 2) ? .error : .warning
    var finding = Diagnostic(
      .unknownColumn, "`colunm_\(line)` is no column of `\(Scenario.orders)`", severity: severity,
      hint: "did you mean `column_\(line)`?", at: range)
    finding.edits = [TextEdit(replacing: range, with: "column_\(line)")]
    if line == 1 { finding.notes = [Diagnostic.Note("the table is named here", at: range)] }
    return finding
  }
}
