import Diagnostics
import Publishing
import Reporting
import Testing

@Suite("What GitHub Actions is told")
struct GitHubReportTests {
  @Test("of each level the annotations on changed lines come first")
  func changedLinesFirst() throws {
    let text = GitHubReport(PullRequest.context, hasSummary: true).text(PullRequest.result)
    let commands = text.split(separator: "\n").compactMap { RunnerCommand(github: String($0)) }
    for level in ["error", "warning", "notice"] {
      let annotations = commands.filter { $0.name == level }
      #expect(annotations.count == 10)
      let first = try #require(annotations.first)
      #expect(first.properties["file"] == "models/team 5/ml_model.yaml")
      #expect((3...6).contains(Int(first.properties["line"] ?? "") ?? 0))
    }
    #expect(text.contains("::group::+ 29 more findings in the summary\n"))
  }

  @Test("ten findings of a level need no fold")
  func noFold() {
    var result = PullRequest.result
    let errors = result.diagnostics.filter { $0.severity == .error && !$0.suppressed }
    result.diagnostics = Array(errors.prefix(10))
    let text = GitHubReport(PullRequest.context, hasSummary: true).text(result)
    #expect(!text.contains("more"))
    result.diagnostics.append(PullRequest.result.diagnostics[59])
    result.diagnostics[10].severity = .error
    let more = GitHubReport(PullRequest.context, hasSummary: false).text(result)
    #expect(more.contains("::group::+ 1 more finding\n"))
  }

  @Test("no name of others becomes a command, at the start of a line or within it")
  func injection() {
    var result = Scenario.create.result
    let hostile = "::stop-commands::x ##[error] ###[add-path] ##vso[task.complete]"
    result.server = ServerIdentity(url: hostile, version: "\n::error::x")
    result.diagnostics = (0..<12).map { _ in
      Diagnostic(.serverUnreachable, hostile, severity: .error)
    }
    result.diagnostics += (0..<3).map { _ in Diagnostic(.conflict, hostile, severity: .note) }
    for text in [
      GitHubReport(PullRequest.context, hasSummary: true).text(result),
      AzureReport(PullRequest.context).text(result),
    ] {
      for line in text.split(separator: "\n") {
        let allowed = [
          "::error ", "::notice ", "::group::", "::endgroup::", "##vso[task.logissue ",
        ]
        if allowed.contains(where: line.hasPrefix) { continue }
        if line.hasPrefix("##vso[task.complete ") { continue }
        #expect(!line.contains("##"), "\(line)")
        #expect(!line.hasPrefix("::"), "\(line)")
      }
    }
  }

  @Test("outputs hold their lines, whatever the catalog is named")
  func outputs() throws {
    var result = Scenario.update.result
    result.server = ServerIdentity(url: "http://h\nexit-status<<x", version: "1")
    let text = GitHubOutputs(PullRequest.context, delimiter: "end_7").text(result)
    var values: [String: String] = [:]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let head = lines.popFirst(), !head.isEmpty {
      let name = try #require(head.wholeMatch(of: /([a-z-]+)<<end_7/)).output.1
      let value = lines.prefix { $0 != "end_7" }
      lines = lines.dropFirst(value.count + 1)
      values[String(name)] = value.joined(separator: "\n")
    }
    #expect(values["exit-status"] == "0")
    #expect(values["exit-reason"] == "success")
    #expect(values["changed"] == "true")
    #expect(values["breaking"] == "true")
    #expect(values["update"] == "1")
    #expect(values["plan-summary"]?.hasPrefix("Checked, nothing written: 1 to update.\n") == true)
  }
}
