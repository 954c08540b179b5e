import Diagnostics
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
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

  @Test("-q shows notes too, and the summary counts them")
  func quietNotes() {
    var result = Scenario.blocked.result
    result.diagnostics[0].severity = .note
    let quiet = TextReport(style: TextStyle(detail: .quiet), files: []).text(result)
    #expect(quiet.contains("note[MLC264]"))
    #expect(quiet.contains("1 blocked, 1 note."))
  }

  @Test("repetitions are counted where they went: to the catalog or to registries")
  func repetitions() {
    var result = Scenario.unchanged.result
    result.requests.total = 8
    result.requests.registries = 5
    result.requests.retries = 4
    result.requests.registryRetries = 4
    let text = TextReport(style: TextStyle(), files: []).text(result)
    #expect(text.contains("Requests: 3, of which 0 were writes, to OpenMetadata 1.5.10"))
    #expect(text.contains("; 5 to registries, of which 4 were repetitions."))
    result.requests.registryRetries = 3
    let both = TextReport(style: TextStyle(), files: []).text(result)
    #expect(both.contains("of which 0 were writes and 1 was a repetition, to OpenMetadata"))
    #expect(both.contains("; 5 to registries, of which 3 were repetitions."))
  }

  @Test(
    "a version that the server folded into an earlier one does not seem to go down",
    arguments: ["0.1", "0.2"])
  func folded(_ after: String) {
    var result = Scenario.partlyRefused.result
    result.models[0].versionAfter = JSONNumber(lexeme: after)
    let text = TextReport(style: TextStyle(), files: []).text(result)
    #expect(text.contains("version \(after), folded by the server into an earlier version, "))
    #expect(!text.contains("0.2 →"))
  }

  @Test("control characters in the names that a registry gives do not reach the terminal")
  func controlCharactersOfOrigins() {
    var result = Scenario.update.result
    let path = FieldPath("algorithm")
    result.models[0].plan?.changes = [
      FieldChange(
        path: path, before: nil, after: "XGBoost",
        origin: .registry("mlflow:runs:/r#params.\u{1B}[31meta\n"), isBreaking: false)
    ]
    let text = TextReport(style: TextStyle(detail: .verbose), files: []).text(result)
    #expect(text.contains("mlflow:runs:/r#params."))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("a service that is brought back is said to come with its models")
  func restoredService() {
    var result = Scenario.create.result
    result.services = [ServicePlan(name: "Forecasts", action: .restore)]
    result.writtenServices = ["Forecasts"]
    let text = TextReport(style: TextStyle(), files: []).text(result)
    #expect(text.contains("~ service Forecasts: restored, with all models deleted with it\n"))
  }

  @Test("a model whose turn never came is one line, without its plan")
  func notBegun() {
    var result = Scenario.partlyRefused.result
    result.models = [ModelResult(Scenario.updating)]
    let text = TextReport(style: TextStyle(), files: []).text(result)
    let line = "~ CustomMLService.Revenue Predictions: update, not written, breaking"
    #expect(text.contains("\n\(line) (ml_model.yaml)\n\n"))
  }

  @Test("a service that could not be created is not announced as if it would be")
  func serviceNotCreated() {
    var result = Scenario.created.result
    result.writtenServices = []
    let text = TextReport(style: TextStyle(), files: []).text(result)
    #expect(text.contains("+ service CustomMLService: not created\n"))
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
