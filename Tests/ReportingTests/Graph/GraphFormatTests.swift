import HTTPClient
import TestSupport
import Testing

@testable import Reporting

@Suite("Lineage in every format")
struct GraphFormatTests {
  @Test("one graph in each format", arguments: GraphFormat.allCases)
  func formats(_ format: GraphFormat) throws {
    let graph = LineageSample.graph(
      LineageSample.revenue, LineageSample.churn, LineageSample.registered)
    try expectGolden(format.text(graph, redactor: Redactor([])), "graph.\(format.rawValue)")
  }

  @Test("a name cannot begin a line of its own in any format", arguments: GraphFormat.allCases)
  func lines(_ format: GraphFormat) {
    let text = format.text(LineageSample.hostile, redactor: Redactor([]))
    #expect(!text.contains("\nlines"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(!text.contains("\u{202E}"))
  }
}
