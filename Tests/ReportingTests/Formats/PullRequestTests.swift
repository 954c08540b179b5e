import Publishing
import Reporting
import TestSupport
import Testing

@Suite("The check of a pull request with 60 findings over five files")
struct PullRequestTests {
  private let context = PullRequest.context
  private let result = PullRequest.result

  @Test("is told to people, with colour and without")
  func text() throws {
    for usesColor in [false, true] {
      let text = TextReport(style: TextStyle(usesColor: usesColor), files: context.files)
      try expectGolden(
        text.text(result), "pull-request\(usesColor ? "-colour" : "").txt")
    }
  }

  @Test("is told to programs")
  func json() throws {
    try expectGolden(JSONReport(tool: context.tool).text(result), "pull-request.json")
  }

  @Test("is told to GitHub")
  func github() throws {
    try expectGolden(
      GitHubReport(context, hasSummary: true).text(result), "pull-request.github")
    try expectGolden(
      GitHubOutputs(context, delimiter: "end_7").text(result), "pull-request.outputs")
  }

  @Test("is told to GitLab")
  func gitlab() throws {
    try expectGolden(CodeQualityReport(context).text(result), "pull-request.gitlab.json")
  }

  @Test("is told to code scanning")
  func sarif() throws {
    try expectGolden(SARIFReport(context).text(result), "pull-request.sarif")
  }

  @Test("is told to readers of JUnit")
  func junit() throws {
    try expectGolden(JUnitReport(context).text(result), "pull-request.junit.xml")
  }

  @Test("is told to Azure Pipelines")
  func azure() throws {
    let report = AzureReport(context, summaryFile: "/builds/shop/report.md")
    try expectGolden(report.text(result), "pull-request.azure")
  }

  @Test("is told to reviewdog")
  func rdjson() throws {
    try expectGolden(ReviewdogReport(context).text(result), "pull-request.rdjson")
  }

  @Test("is told in Markdown")
  func markdown() throws {
    try expectGolden(MarkdownReport(context).text(result), "pull-request.md")
  }
}
