import Diagnostics
import Publishing
import Reporting
import TestSupport
import Testing

@Suite("The report for people")
struct TextReportTests {
  private func report(
    _ scenario: Scenario, _ detail: TextStyle.Detail = .usual, usesColor: Bool = false
  ) -> String {
    TextReport(
      style: TextStyle(detail: detail, usesColor: usesColor), files: [Scenario.manifest]
    ).text(scenario.result)
  }

  @Test("each kind of run is told as its golden says", arguments: Scenario.allCases)
  func goldens(_ scenario: Scenario) throws {
    try expectGolden(report(scenario), "\(scenario.rawValue).txt")
  }

  @Test("-v shows values in full, their origins, and what stays")
  func verbose() throws {
    try expectGolden(report(.create, .verbose), "create-verbose.txt")
    try expectGolden(report(.unchanged, .verbose), "unchanged-verbose.txt")
  }

  @Test("-q leaves the findings and the summary")
  func quiet() throws {
    try expectGolden(report(.blocked, .quiet), "blocked-quiet.txt")
  }

  @Test("colour adds nothing but colour", arguments: Scenario.allCases)
  func color(_ scenario: Scenario) {
    let painted = report(scenario, usesColor: true)
    #expect(painted.contains("\u{1B}["))
    #expect(painted.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report(scenario))
  }

  @Test("control characters of the catalog do not reach the terminal")
  func controlCharacters() {
    #expect(!report(.update).unicodeScalars.contains("\u{1B}"))
  }

  @Test("a suppressed finding shows only with -v, and says that it is suppressed")
  func suppressed() {
    var result = Scenario.create.result
    result.diagnostics[0].suppressed = true
    let usual = TextReport(style: TextStyle(), files: []).text(result)
    let verbose = TextReport(style: TextStyle(detail: .verbose), files: []).text(result)
    #expect(!usual.contains("MLC264"))
    #expect(verbose.contains("(suppressed) "))
    #expect(ReportSummary(result).warnings == 0)
  }
}
