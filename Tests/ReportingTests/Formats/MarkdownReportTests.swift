import Diagnostics
import JSONDocuments
import OpenMetadataEntities
import Publishing
import Reconciler
import Reporting
import TestSupport
import Testing

@Suite(
  "The report in Markdown, as GitHub's own renderer shows it",
  .enabled(if: PythonEnvironment.tools != nil, "no renderer of Markdown: run `make setup`"),
  .timeLimit(.minutes(5)))
struct MarkdownReportTests {
  /// What the report may consist of; a link or an image could come from others only.
  private static let elements: Set<String> = [
    "h2", "h3", "p", "br", "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "strong",
    "details", "summary", "em",
  ]

  private func rendered(_ texts: [String]) throws -> [JSON] {
    let tools = try #require(PythonEnvironment.tools)
    return try tools.answers(of: "render_markdown.py", to: texts.map { .string($0) })
  }

  static let hostile = [
    "a|b", "a\\|b", "a`b", "``a|`", "<script>x</script>", "<!-- x", "</details>", "[a](http://b)",
    "![a](b)", "https://evil.example www.evil.example", "@octocat", "@octo/team #1", "a@b.example",
    "*a* _b_ __c__ ~~d~~", "__init__", "&lt;b&gt;", "a\n\n# b\n| c", "```\nx", "$a$", "\u{202E}x",
    " a ", "\\", "`", "|", "a_b", "1. a", "- a", "<a href=b>", "::error::x", "{{ x }}",
  ]

  @Test("texts of others are shown as they are, and are never markup, links or mentions")
  func injection() throws {
    let results = Self.hostile.map { Self.result(naming: $0) }
    let pages = try rendered(
      results.map { MarkdownReport(PullRequest.context).text($0, limit: .max) })
    for (name, page) in zip(Self.hostile, pages) {
      #expect(page["problems"] == [], "\(name): \(page.text())")
      let elements = Set((page["elements"]?.array ?? []).compactMap(\.string))
      #expect(elements.isSubset(of: Self.elements), "\(name): \(elements)")
      let rows = (page["rows"]?.array ?? []).map { ($0.array ?? []).count }
      #expect(rows == [3, 3, 3, 3, 4, 4, 2, 2], "\(name): \(page.text())")
      let code = (page["code"]?.array ?? []).compactMap(\.string)
      let shown = VisibleText.escaping(name)
      let plain = code.map { $0.replacing("\u{200B}", with: "") }
      #expect(plain.contains("Service.\(shown)"), "\(name): \(code)")
      let text = page["text"]?.string?.replacing("\u{200B}", with: "") ?? ""
      #expect(text.contains("found \(shown.replacing("`", with: "")) here") || shown.contains("`"))
    }
  }

  @Test("a limit cuts whole rows, fences and folded parts, and says so", arguments: [1, 7])
  func cut(_ step: Int) throws {
    var result = PullRequest.result
    result.models = (1...40).map { number in
      var model = ModelResult(Scenario.updating)
      model.fullyQualifiedName = "Service.model \(number)"
      return model
    }
    let report = MarkdownReport(PullRequest.context)
    let whole = report.text(result, limit: .max)
    let limits = stride(from: 0, to: whole.utf8.count + 200, by: 149 * step).map { $0 }
    let texts = limits.map { report.text(result, limit: $0) }
    for (limit, text) in zip(limits, texts) {
      #expect(text.utf8.count <= limit)
      #expect(text == whole || text.isEmpty || text.hasSuffix("than this page allows.*\n"))
    }
    for page in try rendered(texts) { #expect(page["problems"] == [], "\(page.text())") }
    #expect(texts.last == whole)
  }

  @Test("a report that fits is not cut, and a comment's limit is kept without being asked")
  func limits() {
    let report = MarkdownReport(PullRequest.context)
    let whole = report.text(PullRequest.result)
    #expect(report.text(PullRequest.result, limit: .max) == whole)
    #expect(!whole.contains("The report is cut"))
    var result = PullRequest.result
    result.diagnostics = (0..<2000).map { number in
      var finding = result.diagnostics[number % 60]
      finding.message += " \(number)"
      return finding
    }
    let comment = report.text(result)
    #expect(comment.utf8.count <= 65_536 && comment.utf8.count > 60_000)
    #expect(comment.contains(/\n\+ \d+ more findings\n/))
    #expect(report.text(result, limit: MarkdownReport.summaryLimit).contains("```mermaid\n"))
  }

  private static func result(naming name: String) -> RunResult {
    var result = Scenario.update.result
    result.models[0].fullyQualifiedName = "Service.\(name)"
    result.models[0].manifest = "ml_model.yaml"
    var plan = Scenario.updating
    plan.changes = [plan.changes[0]]
    plan.changes[0].before = .string(name)
    plan.changes[0].after = .string("new \(name)")
    plan.kept = []
    plan.edges = [plan.edges[0]]
    plan.edges[0].from.fullyQualifiedName = name
    result.models[0].plan = plan
    result.diagnostics = [
      Diagnostic(
        .conflict, "found \(name) here", severity: .error, hint: name,
        at: Scenario.range(2, 1, 4))
    ]
    return result
  }
}
