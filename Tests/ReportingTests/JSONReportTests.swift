import Diagnostics
import JSONDocuments
import Publishing
import Reporting
import TestSupport
import Testing

@Suite("The JSON report")
struct JSONReportTests {
  private let report = JSONReport(tool: ToolIdentity(name: "mlcatalog", version: "0.0.0"))

  @Test("each kind of run is told as its golden says", arguments: Scenario.allCases)
  func goldens(_ scenario: Scenario) throws {
    try expectGolden(report.text(scenario.result), "\(scenario.rawValue).json")
  }

  @Test("every key of the envelope is there, whatever happened", arguments: Scenario.allCases)
  func envelope(_ scenario: Scenario) {
    let keys = report.document(scenario.result).object?.keys.sorted()
    #expect(
      keys == [
        "diagnostics", "mode", "models", "notChecked", "references", "registries", "requests",
        "schemaVersion", "server", "services", "summary", "tool",
      ])
  }

  @Test("every key of a model is there, planned or not", arguments: Scenario.allCases)
  func model(_ scenario: Scenario) throws {
    let model = try #require(report.document(scenario.result)["models"]?.array?.first)
    #expect(
      model.object?.keys.sorted() == [
        "action", "breaking", "changes", "conflicts", "edges", "fullyQualifiedName", "kept",
        "manifest", "name", "registered", "url", "versionAfter", "versionBefore",
      ])
  }

  @Test("a finding without a place has null for it")
  func placeless() throws {
    let report = report.document(Scenario.serverUnreachable.result)
    let finding = try #require(report["diagnostics"]?.array?.first)
    for key in ["path", "line", "column", "endLine", "endColumn"] {
      #expect(finding[key] == .null)
    }
  }
}
