import Foundation
import Glibc
import Testing

@Suite("serve --faults", .timeLimit(.minutes(2)))
struct FaultsTests {
  private let file = FileManager.default.temporaryDirectory.path + "/faults-\(UUID().uuidString)"

  private func write(_ text: String) throws {
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// Asks until the server's version is answered with a status.
  private func reaches(_ status: Int, _ catalog: ServedCatalog) async throws -> Bool {
    for _ in 1...200 {
      if try await catalog.get("/v1/system/version", token: "").status == status { return true }
      try await Task.sleep(for: .milliseconds(25))
    }
    return false
  }

  @Test("faults are announced, and read again on SIGHUP")
  func readAgain() async throws {
    defer { try? FileManager.default.removeItem(atPath: file) }
    try write(#"[{"fault": "status", "status": 503}]"#)
    let catalog = try ServedCatalog("--faults", file)
    #expect(try await catalog.get("/v1/system/version", token: "").status == 503)
    try write(#"[{"fault": "status", "status": 429}]"#)
    catalog.signal(SIGHUP)
    #expect(try await reaches(429, catalog))
    try write("[]")
    catalog.signal(SIGHUP)
    #expect(try await reaches(200, catalog))
    let errors = catalog.stop().errors
    #expect(
      errors.contains(
        "FAULTS ARE ON, 1 from \(file):\n  any method any path: status 503\n"))
    #expect(errors.contains("FAULTS ARE ON, 1 from \(file):\n  any method any path: status 429\n"))
    #expect(errors.contains("no faults in \(file)"))
  }

  @Test("a file that is wrong on SIGHUP leaves the earlier faults, and that is said")
  func wrongLater() async throws {
    defer { try? FileManager.default.removeItem(atPath: file) }
    try write(#"[{"fault": "status", "status": 503}]"#)
    let catalog = try ServedCatalog("--faults", file)
    try write(#"[{"fault": "unknown"}]"#)
    catalog.signal(SIGHUP)
    #expect(try await catalog.get("/v1/system/version", token: "").status == 503)
    let errors = catalog.stop().errors
    #expect(errors.contains("\(file):1:12: unknown fault 'unknown'; known: "))
    #expect(errors.contains("; the earlier faults stay\n"))
  }

  @Test("a file that is wrong or not there ends it before it listens")
  func wrongAtStart() throws {
    defer { try? FileManager.default.removeItem(atPath: file) }
    try write("[{\"fault\":\n \"unknown\"}]")
    let wrong = try PlaygroundProcess.run("serve", "--port", "0", "--faults", file)
    #expect(wrong.status == 78)
    #expect(wrong.errors.contains("\(file):2:2: unknown fault 'unknown'"))
    let missing = try PlaygroundProcess.run("serve", "--port", "0", "--faults", "/nowhere/f")
    #expect(missing.status == 66)
    #expect(missing.errors.contains("cannot read '/nowhere/f'"))
  }
}
