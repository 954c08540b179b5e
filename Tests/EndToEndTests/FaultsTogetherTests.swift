import EmbeddedCatalog
import Publishing
import TestSupport
import Testing

@Suite("Faults that come together", .timeLimit(.minutes(10)))
struct FaultsTogetherTests {
  /// Faults that are on at the same time, and how a publish under them may end.
  struct Weather: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statuses: Set<Int32>
    let faults: String

    init(_ description: String, endsWith statuses: Set<Int32>, _ faults: String) {
      testDescription = description
      self.statuses = statuses
      self.faults = faults
    }
  }

  static let weathers = [
    Weather(
      "slow, busy, cut off and half answered: all of it is tried again", endsWith: [0],
      """
      [{"fault": "latency", "milliseconds": 20},
       {"match": {"path": "/api/v1/tables/**"}, "times": 2, "fault": "status", "status": 503,
        "retryAfter": 0},
       {"match": {"method": "PUT"}, "nth": 2, "times": 1, "fault": "reset", "performed": true},
       {"match": {"method": "GET"}, "nth": 4, "times": 1, "fault": "truncate"},
       {"match": {"method": "GET"}, "nth": 6, "times": 1, "fault": "drip", "bytesPerSecond": 4000}]
      """),
    Weather(
      "answers lost, pages of a proxy in their place, columns dropped without a word",
      endsWith: [0],
      """
      [{"fault": "dropInvalidColumns"}, {"fault": "strongEntityTagMismatch"},
       {"match": {"path": "/api/v1/lineage"}, "times": 1, "fault": "html", "status": 502,
        "performed": true},
       {"match": {"method": "PUT", "path": "/api/v1/mlmodels"}, "times": 1, "fault": "status",
        "status": 504, "performed": true}]
      """),
    Weather(
      "old reads beside lost answers: said, not believed", endsWith: [3, 4, 5],
      """
      [{"match": {"path": "/api/v1/mlmodels/**"}, "fault": "staleRead"},
       {"match": {"path": "/api/v1/lineage/**"}, "fault": "staleRead"},
       {"match": {"method": "PUT"}, "nth": 3, "times": 1, "fault": "reset", "performed": true},
       {"fault": "latency", "milliseconds": 5}]
      """),
    Weather(
      "a token that ends half-way on a busy server", endsWith: [3, 77],
      """
      [{"match": {"method": "PUT"}, "nth": 3, "fault": "expiredToken"},
       {"match": {"method": "GET"}, "nth": 2, "times": 2, "fault": "status", "status": 429,
        "retryAfter": 0}]
      """),
    Weather(
      "a server too busy for every edge", endsWith: [3],
      """
      [{"match": {"method": "PUT", "path": "/api/v1/lineage"}, "fault": "status", "status": 503,
        "retryAfter": 0},
       {"match": {"method": "GET"}, "nth": 3, "times": 1, "fault": "reset"}]
      """),
  ]

  @Test(
    "a first publish ends as documented, and the next repairs what is left",
    arguments: weathers, ["1.5.10", "2.0.7"])
  func first(weather: Weather, version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    let project = try Project()
    let statuses = try await publish(project, to: catalog, under: weather.faults)
    #expect(weather.statuses.contains(statuses.under), "\(statuses)")
    #expect(try await EndState(catalog) == EndState.undisturbed.value)
  }

  /// The manifest before it was changed in its technical fields.
  private static let earlier = Project.manifest.replacing("XGBoost", with: "SVM")
    .replacing("0.50", with: "0.25").replacing("is_premium", with: "premium")

  @Test(
    "so does a change, in which patches lose what lies within", arguments: weathers,
    ["1.5.10", "1.9.4", "2.0.7"])
  func change(weather: Weather, version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    let project = try Project(Self.earlier)
    let before = try await catalog.publish(project)
    try #require(before.outcome.status == .success, "\(before.told)")
    try project.write(Project.manifest)
    let faults = weather.faults.replacing(
      "[{", with: #"[{"match": {"method": "PATCH"}, "times": 1, "fault": "dropNestedChanges"}, {"#,
      maxReplacements: 1)
    let statuses = try await publish(project, to: catalog, under: faults)
    #expect(
      statuses.under == 0 || weather.statuses.union([5]).contains(statuses.under), "\(statuses)")
    #expect(try await EndState(catalog) == EndState.undisturbed.value)
  }

  @Test(
    "however faults come together, a first publish and a change end as documented",
    arguments: 1...12)
  func random(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let version = ["1.5.10", "1.9.4", "1.13.0", "2.0.7"].randomElement(using: &random) ?? ""
    let catalog = try await SampleCatalog(version: version)
    let project = try Project(Self.earlier)
    if Bool.random(using: &random) {
      let before = try await catalog.publish(project)
      try #require(before.outcome.status == .success, "\(before.told)")
    }
    try project.write(Project.manifest)
    let rules = (1...6).map { _ in Self.rule(using: &random) }
    let faults = "[\(rules.joined(separator: ",\n"))]"
    let statuses = try await publish(project, to: catalog, under: faults)
    #expect([0, 1, 3, 4, 5, 69, 75, 77].contains(statuses.under), "\(version) \(faults)")
    #expect(try await EndState(catalog) == EndState.undisturbed.value, "\(version) \(faults)")
  }

  private static func rule(using random: inout SeededRandom) -> String {
    let faults = [
      #""fault": "latency", "milliseconds": 30"#, #""fault": "status", "status": 503"#,
      #""fault": "status", "status": 429, "retryAfter": 0"#,
      #""fault": "status", "status": 500, "performed": true"#, #""fault": "html""#,
      #""fault": "html", "performed": true"#, #""fault": "reset""#,
      #""fault": "reset", "performed": true"#, #""fault": "truncate""#,
      #""fault": "drip", "bytesPerSecond": 4000"#, #""fault": "staleRead""#,
      #""fault": "expiredToken""#, #""fault": "dropInvalidColumns""#,
      #""fault": "status", "status": 403"#,
    ]
    let methods = ["GET", "PUT", "PATCH", "DELETE"]
    return """
      {"match": {"method": "\(methods.randomElement(using: &random) ?? "")"},
       "nth": \(Int.random(in: 1...8, using: &random)),
       "times": \(Int.random(in: 1...3, using: &random)),
       \(faults.randomElement(using: &random) ?? "")}
      """
  }

  /// Publishes under faults, and without them until nothing is left to write.
  ///
  /// What a first run called done must be done: the next one writes nothing. Whatever else it
  /// said, the next one must succeed, and the one after it write nothing.
  private func publish(
    _ project: Project, to catalog: SampleCatalog, under faults: String
  ) async throws -> (under: Int32, output: String) {
    catalog.catalog.server.setFaults(try FaultFile(parsing: Array(faults.utf8)))
    let run = try await PublisherProcess(project, host: catalog.host, token: catalog.token)
      .run("publish", "--timeout", "60")
    #expect(!run.isKilled && !run.everything.isEmpty && !run.everything.contains(catalog.token))
    catalog.catalog.server.setFaults(.none)
    if run.status != 0 {
      let repaired = try await catalog.publish(project)
      #expect(repaired.outcome.status == .success, "\(run.everything)\n\(repaired.told)")
    }
    let again = try await catalog.publish(project)
    #expect(again.outcome.status == .success, "\(again.told)")
    #expect(again.requests.writes == 0, "\(run.everything)")
    return (run.status, run.everything)
  }
}
