import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Every request of a run meets every fault", .timeLimit(.minutes(60)))
struct FaultMatrixTests {
  static let isWhole = ProcessInfo.processInfo.environment["MLCATALOG_TEST_ALL"] == "1"
  /// How many cases of each scenario are taken when not all are.
  private static let sampleSize = 24

  @Test(
    "it ends as documented, hangs never, betrays no secret, and the next run makes it good",
    arguments: [PublishScenario.create, .update, .check])
  func matrix(_ scenario: PublishScenario) async throws {
    let template = try await scenario.template(version: "1.5.10")
    let (requests, end) = try await undisturbed(scenario, template)
    var cases = FaultCase.all(requests: requests)
    let number = cases.count
    if !Self.isWhole {
      var random = SeededRandom(seed: 20)
      cases = Array(cases.shuffled(using: &random).prefix(Self.sampleSize))
    }
    let start = ContinuousClock.now
    let outcomes = try await cases.mapSideBySide(width: 6) { fault in
      (fault, try await fault.run(scenario, on: template, expecting: end))
    }
    for (_, outcome) in outcomes {
      for complaint in outcome.complaints { Issue.record("\(complaint)") }
    }
    var table = FaultTable()
    for (fault, outcome) in outcomes { table.add(fault, outcome.status) }
    print(
      "\(scenario): \(requests) requests, \(cases.count) of \(number) cases in "
        + "\(start.duration(to: .now).components.seconds) s\n\(table.text)")
  }

  /// How many requests a run sends that nothing disturbs, and what it leaves.
  private func undisturbed(
    _ scenario: PublishScenario, _ template: CatalogTemplate
  ) async throws -> (Int, EndState?) {
    try await template.withCopy { catalog in
      let result = try await catalog.publish(try Project()) { scenario.configure(&$0) }
      try #require(result.outcome.status == .success, "\(result.told)")
      let end = scenario == .check ? nil : try await EndState(catalog)
      return (result.requests.total, end)
    }
  }
}
