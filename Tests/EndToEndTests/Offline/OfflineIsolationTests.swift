import Foundation
import JSONDocuments
import Publishing
import TestSupport
import Testing

@Suite("A check without a server, as a fork's pull request runs it", .timeLimit(.minutes(5)))
struct OfflineIsolationTests {
  /// A project with its lock, and no catalog any more.
  private static func locked() async throws -> Project {
    let catalog = try await SampleCatalog()
    let project = try Project()
    #expect(
      try await PublisherProcess(project, host: catalog.host, token: catalog.token)
        .run("lock").status == 0)
    catalog.catalog.stop()
    return project
  }

  @Test("needs neither host nor token, and tells what it did not look at")
  func alone() async throws {
    let project = try await Self.locked()
    let publisher = PublisherProcess(project)
    let run = try await publisher.run("publish", "--check", "--offline")
    #expect(run.status == 0, "\(run.everything)")
    try expectGolden(run.output, "offline.txt")
    let report = try JSON(
      parsing: try await publisher.run("publish", "--check", "--offline", "--format", "json").output
    )
    #expect(report["mode"] == "offline")
    #expect(report["server"] == .null)
    #expect(report["models"]?.array?.first?["action"] == "unplanned")
    #expect(report["notChecked"]?.array?.map { $0["subject"] ?? .null } == ["models"])
    #expect(report["requests"]?["total"] == 0)
    #expect(report["references"]?["resolved"] == 4)
  }

  @Test(
    "what stands in the environment, in .env or in the project config about servers is no matter")
  func settings() async throws {
    let project = try await Self.locked()
    try project.write("OPENMETADATA_HOST=https://evil.example\n", to: ".env")
    try project.write(
      "environments: {prod: {host: 'https://evil.example'}}\n", to: "mlcatalog.yaml")
    var publisher = PublisherProcess(project, host: "no address", token: "no token")
    publisher.environment["OPENMETADATA_JWT_TOKEN_FILE"] = "/nowhere"
    publisher.environment["MLFLOW_TRACKING_URI"] = "no address"
    let run = try await publisher.run("publish", "--check", "--offline")
    #expect(run.status == 0, "\(run.everything)")
  }

  @Test("is 64 without --check, and with --detailed-exitcode")
  func usage() async throws {
    let publisher = PublisherProcess(try Project())
    #expect(try await publisher.run("publish", "--offline").status == 64)
    let detailed = try await publisher.run(
      "publish", "--check", "--offline", "--detailed-exitcode")
    #expect(detailed.status == 64, "\(detailed.everything)")
  }

  @Test("is 1 without a lock, with an error for each reference")
  func noLock() async throws {
    let run = try await PublisherProcess(try Project()).run("publish", "--check", "--offline")
    #expect(run.status == 1, "\(run.everything)")
    #expect(run.output.split(separator: "MLC211").count - 1 == 4, "\(run.everything)")
    #expect(
      run.output.contains("error[MLC210]: there is no mlcatalog.lock"), "\(run.everything)")
    #expect(run.output.contains("0 of 4 resolved, 4 not checked"), "\(run.everything)")
  }

  @Test("tells a reference that is new at its place")
  func unlocked() async throws {
    let project = try await Self.locked()
    try project.replace("public.users", with: "public.accounts")
    try project.write(
      try project.read("ml_model.yaml")
        + """
        suppress: [{code: MLC401, reason: known}]
        registry: {mlflow: {model: revenue, alias: champion}}

        """)
    let run = try await PublisherProcess(project).run("publish", "--check", "--offline")
    #expect(run.status == 1, "\(run.everything)")
    try expectGolden(run.output, "offline-unlocked.txt")
  }

  @Test(
    "works where there is no network at all",
    .enabled(if: canLeaveNetwork, "unshare -n is not allowed here"))
  func noNetwork() async throws {
    let project = try await Self.locked()
    let run = try await Self.shell("exec unshare -n \"$0\" publish --check --offline", project)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(
    "opens no socket, and does not load certificates",
    .enabled(if: canTrace, "strace is not installed, or may not trace"))
  func noSocket() async throws {
    let project = try await Self.locked()
    let script = "exec strace -f -o trace -e trace=network,openat \"$0\" publish --check --offline"
    let run = try await Self.shell(script, project)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let trace = try project.read("trace").split(separator: "\n")
    #expect(trace.contains { $0.contains("mlcatalog.lock") }, "nothing was traced")
    let calls = trace.filter { line in
      line.contains("socket(") || line.contains("connect(") || line.contains("/certs/")
        || line.contains("openssl.cnf") || line.contains("resolv.conf")
    }
    #expect(calls.isEmpty, "\(calls)")
  }

  // MARK: The machine

  private static func shell(_ script: String, _ project: Project) async throws -> ProgramRun {
    try await ProgramRun.of(
      URL(filePath: "/bin/sh"), ["-c", script, PublisherProcess.executable.path],
      in: URL(filePath: project.path))
  }

  private static func succeeds(_ command: String) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(command) > /dev/null 2>&1"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let canLeaveNetwork = succeeds("unshare -n true")
  private static let canTrace = succeeds("strace -f -e trace=network true")
}
