import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Runs over manifests with random mistakes")
struct MutatedManifestRunTests {
  /// `make test` takes some, `make test-all` all.
  private static let count =
    ProcessInfo.processInfo.environment["MLCATALOG_TEST_ALL"] == nil ? 60 : 2000

  @Test("a run ends in time with the documented exit code, and mending does no harm")
  func runs() async throws {
    let catalog = try await SampleCatalog()
    var manifests = MutatedManifests(seed: 2000)
    for number in 0..<Self.count {
      let text = manifests.next()
      let project = try Project("")
      let path = URL(filePath: project.path).appending(path: "ml_model.yaml")
      try Data(text).write(to: path)
      let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
      let run = try await publisher.run("publish", "--check", "--format", "json", "--timeout", "60")
      try check(run, "\(number): \(String(decoding: text, as: UTF8.self).debugDescription)")
      guard number % 4 == 0 else { continue }
      let mended = try await publisher.run("publish", "--check", "--fix", "--format", "json")
      try check(mended, "\(number), mended")
      #expect(mended.status == run.status || mended.status == 0 || run.status == 1, "\(number)")
      let bytes = try Data(contentsOf: path)
      _ = try await publisher.run("publish", "--check", "--fix")
      #expect(try Data(contentsOf: path) == bytes, "\(number): mended twice")
    }
  }

  private func check(_ run: PublisherProcess.Outcome, _ text: String) throws {
    #expect(!run.isKilled, "\(text)\n\(run.everything)")
    let report = try JSON(parsing: run.output)
    let findings = (report["diagnostics"]?.array ?? []).filter { $0["suppressed"] != true }
    let codes = findings.compactMap { $0["code"]?.string }
    let hasErrors = findings.contains { $0["severity"]?.string == "error" }
    let isUnreadable = findings.contains {
      $0["severity"]?.string == "error" && $0["code"]?.string?.hasPrefix("MLC1") == true
    }
    // In the order in which one counts before the other.
    let expected: Int32 =
      if codes.contains("MLC807") {
        66
      } else if codes.contains(where: ["MLC601"].contains) {
        69
      } else if isUnreadable { 65 } else { hasErrors ? 1 : 0 }
    #expect(run.status == expected, "\(text)\n\(codes)")
  }
}
