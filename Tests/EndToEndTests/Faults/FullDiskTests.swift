import Foundation
import TestSupport
import Testing

@Suite("No room for a file", .timeLimit(.minutes(2)))
struct FullDiskTests {
  /// How the room ends.
  enum End: String, Sendable, CaseIterable {
    /// No file may grow (`RLIMIT_FSIZE`).
    case limit
    /// A file system of a few pages that is full; only root can make one.
    case fullFileSystem
  }

  /// Whether this user may mount a file system, which root in a container may not always.
  private static let mayMount: Bool = {
    let mount = Process()
    mount.executableURL = URL(filePath: "/usr/bin/env")
    mount.arguments = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    mount.standardError = FileHandle.nullDevice
    guard (try? mount.run()) != nil else { return false }
    mount.waitUntilExit()
    return mount.terminationStatus == 0
  }()
  private static let ends: [End] = mayMount ? End.allCases : [.limit]

  /// Runs the program in the project with no room for any file; what it printed, and its status.
  private func run(
    _ end: End, _ project: Project, _ catalog: SampleCatalog, _ arguments: String
  ) async throws -> ProgramRun {
    let program = PublisherProcess.executable.path
    // What the program prints goes through a pipe, which no limit concerns.
    let command =
      switch end {
      case .limit: "(trap '' XFSZ; ulimit -f 0; exec '\(program)' \(arguments)) 2>&1 | cat"
      case .fullFileSystem:
        """
        mkdir -p full && mount -t tmpfs -o size=64k none full && trap 'umount full' EXIT || exit 99
        cp *.yaml mlcatalog.lock report.json full 2>/dev/null
        cd full && { dd if=/dev/zero of=filler bs=1k 2>/dev/null; '\(program)' \(arguments) 2>&1; }
        status=$?
        rm filler; cp mlcatalog.lock report.json .. 2>/dev/null; ls -A; cd ..
        exit $status
        """
      }
    return try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["bash", "-c", "set -o pipefail; \(command)"],
      environment: [
        "OPENMETADATA_HOST": catalog.host, "OPENMETADATA_JWT_TOKEN": catalog.token,
      ], in: URL(filePath: project.path))
  }

  @Test(
    "a file system that is full is among the ends",
    .enabled(if: mayMount, "this user may not mount a file system"))
  func everyEnd() {
    #expect(Self.ends == End.allCases)
  }

  private func files(_ project: Project) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: project.path).filter { $0 != "full" }
      .sorted()
  }

  @Test("a lock that does not fit leaves the old one whole, and nothing beside it", arguments: ends)
  func lock(_ end: End) async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    try project.write("serviceName: CustomMLService\n", to: "mlcatalog.yaml")
    try project.write("{\"old\": \"lock\"}\n", to: "mlcatalog.lock")
    let first = try await run(end, project, catalog, "lock")
    // The old one cannot be read; a new one would replace it.
    #expect(first.status == 73 || first.status == 65, "\(first.output)")
    #expect(try project.read("mlcatalog.lock") == "{\"old\": \"lock\"}\n")

    try FileManager.default.removeItem(atPath: project.path + "/mlcatalog.lock")
    let second = try await run(end, project, catalog, "lock")
    #expect(second.status == 73, "\(second.output)")
    #expect(second.output.contains("MLC837"), "\(second.output)")
    #expect(try files(project) == ["ml_model.yaml", "mlcatalog.yaml"])
    #expect(!second.output.contains("mlcatalog.lock."), "\(second.output)")
  }

  @Test("a report that does not fit is told, and what was published is published", arguments: ends)
  func report(_ end: End) async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    let first = try await run(end, project, catalog, "publish --output json=report.json")
    #expect(first.status == 3, "\(first.output)")
    #expect(first.output.contains("MLC808"), "\(first.output)")
    #expect(try await catalog.modelStatus() == 200)
    let second = try await run(end, project, catalog, "publish --output json=report.json")
    #expect(second.status == 73, "\(second.output)")
  }

  @Test("a plan that does not fit is told, and nothing is left of it", arguments: ends)
  func plan(_ end: End) async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    let run = try await run(end, project, catalog, "publish --check --plan-out plan.json")
    #expect(run.status == 73, "\(run.output)")
    #expect(try files(project) == ["ml_model.yaml"])
    #expect(!run.output.contains("\nplan.json"), "\(run.output)")
  }
}
