import Foundation
import TestSupport
import Testing

/// `.pre-commit-hooks.yaml`, run by pre-commit itself.
@Suite(
  "The hook for pre-commit",
  .enabled(if: PythonEnvironment.tools != nil, "no pre-commit: run `make setup`"),
  .timeLimit(.minutes(5)))
struct PreCommitHookTests {
  @Test("follows the schema of hooks")
  func schema() async throws {
    let run = try await ContainerStack.tool(
      "pre-commit", ["validate-manifest", ".pre-commit-hooks.yaml"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("stops a commit whose manifest is wrong, without a network, and lets a right one pass")
  func hook() async throws {
    let catalog = try await LockedCatalog()
    catalog.sample.catalog.stop()
    let hooks = try await Checkout(main: [
      ".pre-commit-hooks.yaml": try String(
        contentsOf: ProgramRun.packageFolder.appending(path: ".pre-commit-hooks.yaml"),
        encoding: .utf8)
    ])
    for (change, status) in [(LockedCatalog.otherText, Int32(0)), (LockedCatalog.wrongColumn, 1)] {
      let checkout = try await Checkout(main: catalog.files, change: change)
      let run = try await preCommit(["ml_model.yaml"], hooks, checkout)
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(run.output.contains("MLC264") == (status == 1), "\(run.output)")
    }
  }

  @Test("is left out where neither manifests, settings nor lockfile change")
  func others() async throws {
    let hooks = try await Checkout(main: [
      ".pre-commit-hooks.yaml": try String(
        contentsOf: ProgramRun.packageFolder.appending(path: ".pre-commit-hooks.yaml"),
        encoding: .utf8)
    ])
    let checkout = try await Checkout(main: ["train.py": "pass\n", "models.yaml": "a: b\n"])
    let run = try await preCommit(["train.py", "models.yaml"], hooks, checkout)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("(no files to check)Skipped"), "\(run.output)")
  }

  private func preCommit(
    _ files: [String], _ hooks: Checkout, _ checkout: Checkout
  ) async throws -> ProgramRun {
    let tools = try #require(PythonEnvironment.tools)
    let programs = PublisherProcess.executable.deletingLastPathComponent().path
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try await ProgramRun.of(
      URL(filePath: tools.python).deletingLastPathComponent().appending(path: "pre-commit"),
      ["try-repo", hooks.place.path, "mlcatalog-check", "--verbose", "--files"] + files,
      environment: [
        "PATH": "\(programs):\(inherited)", "HOME": checkout.place.appending(path: ".git").path,
        "PRE_COMMIT_HOME": checkout.place.appending(path: ".git/pre-commit").path,
        "PRE_COMMIT_COLOR": "never",
      ], in: checkout.place)
  }
}
