import Diagnostics
import HTTPClient
import Publishing
import Reporting

/// Writes the reports of a run: files first, then what the platform offers, then the standard output.
struct ReportWriting {
  let context: ReportContext
  let detail: TextStyle.Detail
  let color: ColorChoice
  let environment: [String: String]

  /// Writes all reports, and gives the exit code, which one that cannot be written changes.
  func write(
    _ result: RunResult, _ format: ReportFormat, _ targets: [ReportTarget]
  ) -> ExitCode {
    var result = result.withoutSecrets
    let written = writeFiles(&result, targets)
    if format == .github { writeForGitHub(&result) }
    let summary = written.first { $0.format == .markdown }
    let usesColor = color.usesColor(environment, isTerminal: StandardStream.output.isTerminal)
    let text = text(result, format, usesColor: usesColor, summaryFile: summary?.path)
    if !StandardStream.output.write(text, as: format.content) {
      complain("the standard output", "", &result)
    }
    return result.outcome.status
  }

  /// Writes what would change in the files to the standard output, and what is left to do beside it.
  ///
  /// The reports tell of the files as they are, which is how whoever reads these reports has them.
  func writeDifference(_ outcome: FixRun.Outcome, _ targets: [ReportTarget]) -> ExitCode {
    var result = outcome.result.withoutSecrets
    let difference = outcome.changes.map { UnifiedDiff.text(from: $0.before, to: $0.after) }
    var unmended = outcome.unmended.result.withoutSecrets
    unmended.outcome.signal = result.outcome.signal
    if !difference.isEmpty {
      result.outcome.troubles.insert(.findings)
      unmended.outcome.troubles.insert(.findings)
    }
    if writeFiles(&unmended, targets).count < targets.count {
      result.outcome.troubles.insert(.unwritableReport)
    }
    let count = result.fixed.count
    result.fixed = []
    let left = TextReport(
      style: TextStyle(detail: .quiet), files: outcome.input.files + context.files,
      redactor: context.redactor
    ).text(result)
    let note = "No file was changed: \(count) finding\(count == 1 ? "" : "s") would be mended.\n"
    StandardStream.error.write(context.redactor.redact(left) + note)
    if !write(difference: context.redactor.redact(difference.joined())) {
      complain("the standard output", "", &result)
    }
    return result.outcome.status
  }

  /// Writes a difference: for programs as it is, for people and logs so that nothing in it acts.
  private func write(difference text: String) -> Bool {
    let isLogged = ["TF_BUILD", "GITHUB_ACTIONS"].contains { path($0) != nil }
    guard isLogged || StandardStream.output.isTerminal else {
      return StandardStream.output.write(text, as: .data)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return StandardStream.output.write(
      lines.map { VisibleText.escaping(String($0)) }.joined(separator: "\n"))
  }

  /// Writes the reports that go to files, and gives those that could be written.
  private func writeFiles(
    _ result: inout RunResult, _ targets: [ReportTarget]
  ) -> [ReportTarget] {
    var written: [ReportTarget] = []
    for target in targets {
      let problem = OutputFile.replace(target.path, with: text(result, target.format))
      complain(target.path, problem, &result)
      if problem == nil { written.append(target) }
    }
    return written
  }

  private func text(
    _ result: RunResult, _ format: ReportFormat, usesColor: Bool = false, summaryFile: String? = nil
  ) -> String {
    let text =
      switch format {
      case .text:
        TextReport(
          style: TextStyle(detail: detail, usesColor: usesColor), files: context.files,
          redactor: context.redactor
        ).text(result)
      case .json: JSONReport(tool: context.tool, redactor: context.redactor).text(result)
      case .github:
        GitHubReport(context, hasSummary: path("GITHUB_STEP_SUMMARY") != nil).text(result)
      case .gitlab: CodeQualityReport(context).text(result)
      case .sarif: SARIFReport(context).text(result)
      case .junit: JUnitReport(context).text(result)
      case .azure:
        AzureReport(context, summaryFile: summaryFile.map(WorkingTree.absolute)).text(result)
      case .rdjson: ReviewdogReport(context).text(result)
      case .markdown: MarkdownReport(context).text(result)
      }
    // What a format forgot to redact is still hidden wherever it looks as it is known.
    return format.withoutCommands(context.redactor.redact(text))
  }

  /// The summary and the outputs of the step, which other programs of the step write to as well.
  private func writeForGitHub(_ result: inout RunResult) {
    if let path = path("GITHUB_STEP_SUMMARY") {
      let room = MarkdownReport.summaryLimit - OutputFile.size(path)
      let text = context.redactor.redact(MarkdownReport(context).text(result, limit: room))
      complain(path, OutputFile.append(text, to: path), &result)
    }
    if let path = path("GITHUB_OUTPUT") {
      let random = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
      let outputs = GitHubOutputs(context, delimiter: "mlcatalog_\(random.joined())")
      complain(path, OutputFile.append(outputs.text(result), to: path), &result)
    }
  }

  private func path(_ variable: String) -> String? {
    environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func complain(_ place: String, _ problem: String?, _ result: inout RunResult) {
    guard let problem else { return }
    result.outcome.troubles.insert(.unwritableReport)
    let place = SecretText.hidden(inArgument: place)
    let finding = Diagnostic(
      .unwritableReport,
      "a report could not be written: \(problem.isEmpty ? place : "\(place): \(problem)")",
      hint: OutputFile.isFolder(place)
        ? "name a file in it, as in \(place.hasSuffix("/") ? place : place + "/")report"
        : "make its folder, or room for it, or choose another place")
    StandardStream.error.write(DiagnosticRenderer { _ in nil }.text(finding))
  }
}
