import Diagnostics
import JSONDocuments
import Publishing
import Reporting
import TestSupport
import Testing

@Suite(
  "Every format tells the same findings at the same places",
  .enabled(if: PythonEnvironment.tools != nil, "no tools that read reports: run `make setup`"),
  .timeLimit(.minutes(5)))
struct SameFindingsTests {
  static let seeds = Array<UInt64>(1...30)

  /// What a report of each run holds, as a tool that is not ours reads it.
  private func read(
    _ format: String, _ text: (GeneratedRun) -> String
  ) throws -> [(GeneratedRun, [JSON])] {
    let runs = Self.seeds.map { GeneratedRun(seed: $0) }
    let tools = try #require(PythonEnvironment.tools)
    let answers = try tools.answers(
      of: "read_reports.py",
      to: runs.map { ["format": .string(format), "text": .string(text($0))] })
    return try zip(runs, answers).map { run, answer in
      #expect(answer["problem"] == nil, "\(answer.text())")
      return (run, try #require(answer["findings"]?.array))
    }
  }

  @Test("SARIF: valid, in code points, with what is suppressed and the edits")
  func sarif() throws {
    for (run, read) in try read("sarif", { SARIFReport($0.context).text($0.result) }) {
      let findings = read.map { json in
        var finding = ReadFinding(read: json)
        finding.message = finding.message.replacing("\\](", with: "](")
        if json["column"] == .null { finding.line = nil }
        return finding
      }
      #expect(counted(findings) == counted(run.all))
      let suppressed = read.count { $0["suppressed"] == true }
      #expect(suppressed == run.result.diagnostics.count { $0.suppressed })
      let edits = read.reduce(0) { $0 + ($1["edits"]?.array?.count ?? 0) }
      #expect(edits == run.result.diagnostics.reduce(0) { $0 + $1.edits.count })
      let fingerprints = read.compactMap { $0["fingerprint"]?.string }
      #expect(Set(fingerprints).count == fingerprints.count)
    }
  }

  @Test("GitLab: of its shape, on lines, each with a fingerprint of its own")
  func gitlab() throws {
    for (run, read) in try read("gitlab", { CodeQualityReport($0.context).text($0.result) }) {
      let expected = run.active.map { finding in
        var finding = finding.onLines
        finding.path = finding.path ?? "models/teams/ml_model.yaml"
        finding.line = finding.line ?? 1
        finding.endLine = finding.endLine ?? 1
        return finding
      }
      let findings = read.map { json in
        var finding = ReadFinding(read: json)
        // What is to be done follows on the same line.
        let messages = expected.map(\.message)
        finding.message =
          messages.filter { finding.message.hasPrefix($0) }.max { $0.count < $1.count } ?? ""
        return finding
      }
      #expect(counted(findings) == counted(expected))
    }
  }

  @Test("rdjson: of its shape, in bytes of UTF-8")
  func rdjson() throws {
    for (run, read) in try read("rdjson", { ReviewdogReport($0.context).text($0.result) }) {
      #expect(counted(read.map { ReadFinding(read: $0) }) == counted(run.activeInBytes))
    }
  }

  @Test("rdjson: taking a suggestion makes the file that the edits make")
  func suggestions() throws {
    for (run, read) in try read("rdjson", { ReviewdogReport($0.context).text($0.result) }) {
      let active = run.result.diagnostics.filter { !$0.suppressed }
      for (finding, json) in zip(active, read) {
        let suggestions = json["suggestions"]?.array ?? []
        guard let range = finding.range, !finding.edits.isEmpty else {
          #expect(suggestions.isEmpty)
          continue
        }
        let file = try #require(run.files.first { $0.path == range.path })
        let suggestion = try #require(suggestions.first)
        #expect(try file.taking(suggestion) == file.applying(finding.edits))
      }
    }
  }

  @Test("JUnit: a case for each, on lines, which fails when the finding fails the run")
  func junit() throws {
    for (run, read) in try read("junit", { JUnitReport($0.context).text($0.result) }) {
      let findings = read.dropFirst()
      let expected = run.all.map { "\($0.path ?? "")|\($0.line ?? 0)" }
      let told = findings.map { "\($0["path"]?.string ?? "")|\($0["line"]?.integer ?? 0)" }
      #expect(told.sorted() == expected.sorted())
      let failures = run.result.diagnostics.count { !$0.suppressed && $0.severity == .error }
      #expect(findings.count { $0["outcome"] == "failure" } == failures)
      let suppressed = run.result.diagnostics.count { $0.suppressed }
      #expect(findings.count { $0["outcome"] == "skipped" } == suppressed)
      #expect(read.first?["outcome"] == "skipped", "nobody planned the model")
    }
  }

  private func counted(_ findings: [ReadFinding]) -> [ReadFinding: Int] {
    Dictionary(findings.map { ($0, 1) }, uniquingKeysWith: +)
  }
}

@Suite("Every format of commands tells the same findings at the same places")
struct SameCommandsTests {
  @Test("GitHub: ten annotations of each level, the rest in the log", arguments: 1...UInt64(30))
  func github(_ seed: UInt64) throws {
    let run = GeneratedRun(seed: seed, findings: 60)
    let lines = GitHubReport(run.context, hasSummary: true).text(run.result).split(separator: "\n")
    let commands = lines.compactMap { RunnerCommand(github: String($0)) }
    let levels = ["error": "error", "warning": "warning", "notice": "note"]
    var left = run.active
    for command in commands where levels[command.name] != nil {
      let finding = try #require(
        left.firstIndex { $0.isAnnotated(command, severity: levels[command.name] ?? "") },
        "\(command)")
      left.remove(at: finding)
    }
    for level in levels.values {
      let count = run.active.count { $0.severity == level }
      #expect(left.count { $0.severity == level } == max(count - 10, 0))
    }
    let log = lines.map(String.init).filter { $0.contains("[MLC") && !$0.hasPrefix("::") }
    #expect(log.count == left.count)
    for finding in left { #expect(log.contains { $0.contains(finding.logLine) }) }
    #expect(commands.map(\.name).filter { levels[$0] == nil } == ["group", "endgroup"])
  }

  @Test(
    "Azure: an issue for each error and warning, a line for each note", arguments: 1...UInt64(30))
  func azure(_ seed: UInt64) throws {
    let run = GeneratedRun(seed: seed)
    let lines = AzureReport(run.context).text(run.result).split(separator: "\n").map(String.init)
    let issues = lines.compactMap { RunnerCommand(azure: $0) }.filter { $0.name == "task.logissue" }
    var left = run.active
    for issue in issues {
      let finding = try #require(left.firstIndex { $0.isIssue(issue) }, "\(issue)")
      left.remove(at: finding)
    }
    #expect(left.allSatisfy { $0.severity == "note" })
    for finding in left { #expect(lines.contains { $0.contains(finding.logLine) }) }
    #expect(lines.count { RunnerCommand(azure: $0) != nil } == issues.count + 1)
  }
}

extension ReadFinding {
  /// The finding as a line of a log, in which a runner finds no command.
  fileprivate var logLine: String {
    let place = [path, line.map(String.init), column.map(String.init)].compactMap { $0 }
    let text =
      (place.isEmpty ? "" : place.joined(separator: ":") + ": ")
      + "\(severity)[\(code)]: \(message)"
    return Self.defused(text)
  }

  /// A text in which runners find no command, as all that is printed for them.
  private static func defused(_ text: String) -> String { text.replacing("##", with: "# #") }

  fileprivate func isAnnotated(_ command: RunnerCommand, severity: String) -> Bool {
    guard self.severity == severity, command.properties["title"] == code else { return false }
    guard let path, !path.hasPrefix("/") else {
      return command.properties["file"] == nil && command.message.contains(Self.defused(message))
    }
    let isOneLine = line != nil && line == endLine
    func text(_ number: Int?) -> String? { number.map(String.init) }
    return command.properties["file"] == path && command.properties["line"] == text(line)
      && command.properties["endLine"] == text(endLine)
      && command.properties["col"] == (isOneLine ? text(column) : nil)
      && command.properties["endColumn"] == (isOneLine ? text(endColumn) : nil)
      && command.message.split(separator: "\n").first.map(String.init) == Self.defused(message)
  }

  fileprivate func isIssue(_ command: RunnerCommand) -> Bool {
    let isInside = path?.hasPrefix("/") == false
    return command.properties["type"] == severity && command.properties["code"] == code
      && command.properties["sourcepath"] == (isInside ? path : nil)
      && command.properties["linenumber"] == (isInside ? line.map(String.init) : nil)
      && command.properties["columnnumber"] == (isInside ? column.map(String.init) : nil)
      && command.message.contains(Self.defused(message))
  }
}
