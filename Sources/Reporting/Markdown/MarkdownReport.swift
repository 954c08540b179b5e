import Diagnostics
public import Publishing

/// The report as GitHub Flavored Markdown, for comments, summaries of steps and wikis: findings, what
/// happens to each model, and a graph of the lineage.
///
/// It is cut where it stays whole: rows of tables, fences and folded parts are there or are not.
public struct MarkdownReport: Sendable {
  /// What a comment on GitHub may hold, in characters.
  public static let commentLimit = 65_536
  /// What the summary of a step on GitHub may hold, in bytes.
  public static let summaryLimit = 1024 * 1024
  /// The first line, by which a comment of ours is found again.
  static let marker = "<!-- mlcatalog -->\n"
  private static let cutRemark = "*The report is cut: it would be larger than this page allows.*\n"

  private let context: ReportContext

  /// Makes reports.
  public init(_ context: ReportContext) {
    self.context = context
  }

  /// The report in no more than `limit` bytes of UTF-8, nothing when not even its heading fits.
  public func text(_ result: RunResult, limit: Int = commentLimit) -> String {
    let findings = FindingList(result, context)
    let room = limit - MarkdownReport.marker.utf8.count - MarkdownReport.cutRemark.utf8.count
    let document = MarkdownDocument(
      heading(result) + examined(result) + list(findings) + comparison(result)
        + MarkdownModels(result, context).blocks + lineage(result)
    ).text(within: room)
    if document.text.isEmpty { return "" }
    return MarkdownReport.marker + document.text
      + (document.isCut ? MarkdownReport.cutRemark : "")
  }

  private func heading(_ result: RunResult) -> [MarkdownBlock] {
    let summary = ReportSummary(result)
    func count(_ number: Int, _ noun: String) -> String? {
      number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let counts = [
      count(summary.errors, "error"), count(summary.warnings, "warning"),
      count(summary.notes, "note"),
    ].compactMap { $0 }
    let title = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    let lines = SummaryText(result).text.split(separator: "\n").map {
      MarkdownText.prose(context.visible(String($0)))
    }
    return [
      .paragraph("## Model catalog: \(title)"), .paragraph(lines.joined(separator: "<br>\n")),
    ]
  }

  private func examined(_ result: RunResult) -> [MarkdownBlock] {
    guard let checkups = result.checkups else { return [] }
    let rows = checkups.map { checkup in
      [
        checkup.subject.rawValue, CheckupText.mark(checkup.state).word,
        MarkdownText.prose(context.visible(CheckupText.words(checkup.state))),
      ]
    }
    return [.table(["", "", ""], rows, noun: "check")]
  }

  private func list(_ findings: FindingList) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    let ranked = findings.ranked
    if !ranked.isEmpty {
      blocks.append(.paragraph("### Findings"))
      blocks.append(
        .table(["", "where", "what"], ranked.map { row($0) }, noun: "finding"))
    }
    let suppressed = findings.all.count - findings.active.count
    if suppressed > 0 {
      blocks.append(
        .paragraph("\(suppressed) \(suppressed == 1 ? "finding is" : "findings are") suppressed."))
    }
    return blocks
  }

  private func row(_ finding: ReportedFinding) -> [String] {
    let text = [finding.message] + finding.remarks
    return [
      "**\(finding.severity.rawValue)**",
      finding.place.map { MarkdownText.code($0.description) } ?? "",
      "\(finding.code): " + text.map(MarkdownText.prose).joined(separator: "<br>"),
    ]
  }

  private func comparison(_ result: RunResult) -> [MarkdownBlock] {
    result.comparison.map { MarkdownComparison($0, context).blocks } ?? []
  }

  private func lineage(_ result: RunResult) -> [MarkdownBlock] {
    let graph = LineageGraph(result.models).redacted(by: context.redactor)
    if graph.edges.isEmpty { return [] }
    return [
      .paragraph("### Lineage"),
      .fence(
        LineageMermaid(graph).text, language: "mermaid",
        otherwise: "The graph is left out: it would be larger than this page allows."),
    ]
  }
}
