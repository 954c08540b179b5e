import Publishing
import TestSupport
import Testing

@Suite("Servers with quirks, one by one and together", .timeLimit(.minutes(60)))
struct QuirkMatrixTests {
  static let scenarios: [PublishScenario] = [.create, .update, .rename, .restore]

  /// A line of servers with what each scenario begins and ends with.
  private struct Line {
    let version: String
    var templates: [PublishScenario: CatalogTemplate] = [:]
    var ends: [PublishScenario: EndState] = [:]

    init(_ version: String) async throws {
      self.version = version
      for scenario in QuirkMatrixTests.scenarios {
        let template = try await scenario.template(version: version)
        templates[scenario] = template
        ends[scenario] = try await template.withCopy { catalog in
          let result = try await catalog.publish(try Project()) { scenario.configure(&$0) }
          try #require(result.outcome.status == .success, "\(result.told)")
          return try await EndState(catalog)
        }
      }
    }

    func outcome(of quirk: QuirkCase) async throws -> QuirkCase.Outcome {
      let template = try #require(templates[quirk.scenario])
      return try await quirk.run(on: template, expecting: try #require(ends[quirk.scenario]))
    }
  }

  private func outcomes(
    of cases: [QuirkCase], on line: Line
  ) async throws -> [(QuirkCase, QuirkCase.Outcome)] {
    let outcomes = try await cases.mapSideBySide(width: 4) { quirk in
      (quirk, try await line.outcome(of: quirk))
    }
    for complaint in outcomes.flatMap(\.1.complaints) { Issue.record("\(complaint)") }
    return outcomes
  }

  @Test("with --no-verify nobody notices, and the report does not say that it was read back")
  func unverified() async throws {
    let line = try await Line("1.5.10")
    let cases = [ServerQuirk.columns, .nested].map { quirk in
      QuirkCase(
        version: "1.5.10", scenario: .update, quirks: [quirk], isVerifying: false)
    }
    for (quirk, outcome) in try await outcomes(of: cases, on: line) {
      #expect(outcome.status == .success, "\(quirk)")
      #expect(!outcome.isAsPlanned, "\(quirk)")
      #expect(outcome.codes == ["MLC513"])
      #expect(outcome.summary.contains("Published, not verified:"))
      #expect(!outcome.summary.contains("read back:"))
      #expect(outcome.summary.contains("Not checked: what the catalog made of 1 written model"))
    }
  }
}
