import EmbeddedCatalog
import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("mlcatalog doctor --probe-server", .timeLimit(.minutes(5)))
struct ServerProbeTests {
  private static let service = "services/mlmodelServices/name/mlcatalog-probe-scratch-service"

  private func probe(
    _ catalog: RunningCatalog, token: String, _ arguments: [String] = []
  ) async throws -> (run: PublisherProcess.Outcome, report: JSON) {
    let project = try Project()
    let run = try await PublisherProcess(project, host: catalog.baseURL, token: token)
      .start(["doctor", "--probe-server", "--output", "json=probe.json"] + arguments).outcome()
    let text = try project.read("probe.json")
    for name in [catalog.baseURL, token, "prober"] {
      #expect(!text.contains(name), "the report names \(name)")
    }
    return (run, try JSON(parsing: text))
  }

  private func differing(_ report: JSON) -> [String] {
    (report["rules"]?.array ?? []).filter { $0["holds"] == false }
      .compactMap { "\($0["rule"]?.string ?? ""): \($0["observed"]?.string ?? "not tried")" }
  }

  private func isClean(_ catalog: RunningCatalog) async throws -> Bool {
    var statuses: [Int] = []
    for collection in ["mlmodelServices", "databaseServices"] {
      let path = Self.service.replacing("mlmodelServices", with: collection) + "?include=all"
      statuses.append(try await catalog.call("GET", path).status)
    }
    return statuses == [404, 404]
  }

  @Test(
    "every rule holds on the embedded catalog, for a bot and for a person, and nothing is left",
    arguments: ["1.5.10", "1.9.3", "1.13.0", "2.0.7"])
  func holds(version: String) async throws {
    let catalog = try await RunningCatalog(version: version)
    for token in [try await catalog.makeBot("prober"), catalog.adminToken] {
      let (run, report) = try await probe(catalog, token: token)
      #expect(differing(report) == [], "\(run.everything)")
      #expect(run.status == 0, "\(run.everything)")
      #expect(try await isClean(catalog))
    }
  }

  @Test(
    "a server that does otherwise is seen",
    arguments: [
      ("1.5.10", "dropInvalidColumns", "edge-invalid-column: 200, left out"),
      ("1.9.3", "dropNestedChanges", "nested-under-if-match: left out"),
      ("1.9.3", "strongEntityTagMismatch", "strong-tag: 412"),
    ])
  func quirks(version: String, quirk: String, seen: String) async throws {
    let catalog = try await RunningCatalog(version: version)
    let token = try await catalog.makeBot("prober")
    catalog.server.setFaults(try FaultFile(parsing: Array(#"[{"fault": "\#(quirk)"}]"#.utf8)))
    let (run, report) = try await probe(catalog, token: token)
    #expect(run.status == 1, "\(run.everything)")
    #expect(run.output.contains("MLC724"), "\(run.everything)")
    #expect(differing(report).contains(seen), "\(differing(report))")
    catalog.server.setFaults(.none)
    #expect(try await isClean(catalog))
  }

  @Test("what fails on the way ends in a clean catalog, and says what was not tried")
  func failure() async throws {
    let catalog = try await RunningCatalog()
    let token = try await catalog.makeBot("prober")
    let faults =
      #"[{"match": {"method": "PUT", "path": "/api/v1/tables"}, "fault": "status", "status": 400}]"#
    catalog.server.setFaults(try FaultFile(parsing: Array(faults.utf8)))
    let (run, report) = try await probe(catalog, token: token)
    #expect(run.status == 1 && run.output.contains("MLC727"), "\(run.everything)")
    #expect(differing(report).allSatisfy { $0.hasSuffix("not tried") })
    #expect(try await isClean(catalog))

    let stuck = #"[{"match": {"method": "DELETE"}, "fault": "status", "status": 400}]"#
    catalog.server.setFaults(try FaultFile(parsing: Array(stuck.utf8)))
    let left = try await probe(catalog, token: token)
    #expect(left.run.status == 1 && left.run.output.contains("MLC726"), "\(left.run.everything)")
    catalog.server.setFaults(.none)
    // The next one removes what is left, and ends well.
    #expect(try await probe(catalog, token: token).run.status == 0)
    #expect(try await isClean(catalog))
  }

  @Test("a service of somebody else is left alone")
  func taken() async throws {
    let catalog = try await RunningCatalog()
    try await catalog.require(
      "PUT", "services/mlmodelServices",
      ["name": "mlcatalog-probe-scratch-service", "serviceType": "CustomMlModel"])
    let (run, _) = try await probe(catalog, token: try await catalog.makeBot("prober"))
    #expect(run.status == 1 && run.output.contains("MLC725"), "\(run.everything)")
    #expect(try await catalog.call("GET", Self.service).status == 200)
  }

  @Test("a signal ends it early, with nothing left")
  func signal() async throws {
    let catalog = try await RunningCatalog()
    let token = try await catalog.makeBot("prober")
    let faults =
      #"[{"match": {"path": "/api/v1/mlmodels"}, "fault": "latency", "milliseconds": 300}]"#
    catalog.server.setFaults(try FaultFile(parsing: Array(faults.utf8)))
    let run = try PublisherProcess(try Project(), host: catalog.baseURL, token: token)
      .start(["doctor", "--probe-server"])
    while try await catalog.call("GET", Self.service).status != 200 {
      try await Task.sleep(for: .milliseconds(20))
    }
    run.signal(SIGINT)
    let outcome = try await run.outcome()
    #expect(outcome.status == 130, "\(outcome.everything)")
    #expect(try await isClean(catalog))
  }

  @Test("another machine's catalog is written to only when that is said")
  func confirmation() async throws {
    let project = try Project()
    let run = try await PublisherProcess(project, host: "https://catalog.test", token: "t.o.k")
      .run("doctor", "--probe-server")
    #expect(run.status == 64 && run.errors.contains("'--yes'"), "\(run.everything)")
  }
}
