import Publishing
import TestSupport
import Testing

@Suite("Servers with quirks, one by one and together", .timeLimit(.minutes(60)))
struct QuirkMatrixTests {
  static let versions = ["1.5.10", "1.9.3", "1.13.0", "2.0.7"]
  /// The lines that are tried; the oldest and the newest when not all are.
  static let lines = FaultMatrixTests.isWhole ? versions : ["1.5.10", "2.0.7"]
  static let scenarios: [PublishScenario] = [.create, .update, .rename, .restore]
  /// How many pairs of quirks are tried on each line when not all are.
  private static let pairSample = 10

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

  @Test("what a quirk makes otherwise is mended or named, on each line", arguments: lines)
  func single(_ version: String) async throws {
    let line = try await Line(version)
    let cases = ServerQuirk.allCases.flatMap { quirk in
      Self.scenarios.map { QuirkCase(version: version, scenario: $0, quirks: [quirk]) }
    }
    let outcomes = try await outcomes(of: cases, on: line)
    var table = ""
    for quirk in ServerQuirk.allCases {
      let row = outcomes.filter { $0.0.quirks == [quirk] }
      let texts = row.map { "\($0.0.scenario.rawValue): \($0.1.text)" }
      table += "\(quirk.rawValue.padded(to: 32))\(texts.joined(separator: " | "))\n"
    }
    try expectGolden(table, "quirks-\(version).txt")
  }

  @Test("two quirks at once are no worse", arguments: lines)
  func pairs(_ version: String) async throws {
    let line = try await Line(version)
    let quirks = ServerQuirk.allCases
    var cases = quirks.indices.flatMap { first in
      quirks.indices.filter { $0 > first }.flatMap { second in
        Self.scenarios.map { scenario in
          QuirkCase(
            version: version, scenario: scenario, quirks: [quirks[first], quirks[second]])
        }
      }
    }
    let number = cases.count
    if !FaultMatrixTests.isWhole {
      var random = SeededRandom(seed: UInt64(version.count * 7 + 5))
      cases = Array(cases.shuffled(using: &random).prefix(Self.pairSample))
    }
    let outcomes = try await outcomes(of: cases, on: line)
    let ends = Dictionary(grouping: outcomes, by: { $0.1.status }).sorted {
      $0.key.rawValue < $1.key.rawValue
    }
    let counts = ends.map { "exit \($0.key.rawValue) × \($0.value.count)" }
    print(
      "\(version): \(cases.count) of \(number) pairs: \(counts.joined(separator: ", "))")
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
