import Foundation
import JSONDocuments
import Publishing
import TestSupport
import Testing

@Suite("Two publishers at once", .timeLimit(.minutes(10)))
struct TwoPublishersTests {
  static let seeds = Array(1...(FaultMatrixTests.isWhole ? 40 : 4)) as [UInt64]

  /// Publishes by a proxy that delays each request by a few milliseconds, as the seed has it.
  private func publish(
    _ project: Project, to catalog: SampleCatalog, seed: UInt64
  ) async throws -> RunResult {
    let proxy = HookedProxy(catalog.host) { number, _ in
      var random = SeededRandom(seed: seed &* 1000 &+ UInt64(number))
      return .delay(.milliseconds(Int.random(in: 0...8, using: &random)))
    }
    defer { proxy.stop() }
    return try await catalog.publish(project, proxy: proxy.url)
  }

  @Test(
    "of the same model: one of the two is there whole, and nobody is green beside it wrongly",
    arguments: seeds, ["1.5.10", "2.0.7"])
  func sameModel(_ seed: UInt64, _ version: String) async throws {
    let template = try await PublishScenario.update.template(version: version)
    let first = Project.manifest
    let second = Project.manifest.replacing("XGBoost", with: "LightGBM")
      .replacing("value: 0.50", with: "value: 0.7").replacing("is_premium", with: "premium")
    let ends = try await [first, second].mapSideBySide(width: 1) { manifest in
      try await template.withCopy { catalog in
        _ = try await catalog.publish(try Project(manifest))
        return try await EndState(catalog)
      }
    }
    try await template.withCopy { catalog in
      let projects = [try Project(first), try Project(second)]
      async let one = publish(projects[0], to: catalog, seed: seed)
      async let other = publish(projects[1], to: catalog, seed: seed + 500)
      let results = [try await one, try await other]
      let documented: Set<ExitCode> = [.success, .incomplete, .stale, .differs, .findings]
      for result in results {
        #expect(documented.contains(result.outcome.status), "\(result.told)")
      }
      let there = try await EndState(catalog)
      let told = results.map { "\($0.outcome.status) \($0.told)" }.joined(separator: "\n--\n")
      // Each was green when it looked; what is there in the end is one of them, or somebody says so.
      if results.allSatisfy({ $0.outcome.status == .success }) {
        #expect(ends.contains(there), "\(told)")
      }
      for (project, end) in zip(projects, ends) {
        let again = try await catalog.publish(project)
        #expect(again.outcome.status == .success, "\(again.told)")
        #expect(try await EndState(catalog) == end, "\(told)")
      }
    }
  }

  @Test("of different models of a service that is new: both are there", arguments: seeds)
  func differentModels(_ seed: UInt64) async throws {
    let template = try await PublishScenario.create.template(version: "1.13.0")
    try await template.withCopy { catalog in
      let projects = [
        try Project(),
        try Project(Project.manifest.replacing("Revenue Predictions", with: "Other")),
      ]
      async let one = publish(projects[0], to: catalog, seed: seed)
      async let other = publish(projects[1], to: catalog, seed: seed + 500)
      for result in [try await one, try await other] {
        #expect(result.outcome.status == .success, "\(result.told)")
      }
      for project in projects {
        let again = try await catalog.publish(project)
        #expect(again.outcome.status == .success, "\(again.told)")
        #expect(again.requests.writes == 0)
      }
    }
  }

  @Test("what a person writes meanwhile is not lost", arguments: seeds)
  func edit(_ seed: UInt64) async throws {
    let template = try await PublishScenario.update.template(version: "1.9.3")
    try await template.withCopy { catalog in
      let project = try Project()
      async let published = publish(project, to: catalog, seed: seed)
      try await Task.sleep(for: .milliseconds(Int(seed % 8) * 15))
      // A person's page sends what it changes, and nothing else.
      try await catalog.edit("description", "By a person", token: catalog.catalog.adminToken)
      try await catalog.edit("displayName", "A name", token: catalog.catalog.adminToken)
      let result = try await published
      let there = try await catalog.model()
      #expect(there["description"] == "By a person", "\(result.told)")
      #expect(there["displayName"] == "A name", "\(result.told)")
      let again = try await catalog.publish(project)
      #expect(again.outcome.status == .success, "\(again.told)")
      #expect(try await catalog.model()["description"] == "By a person")
    }
  }
}
