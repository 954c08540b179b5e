import Foundation
import Testing

/// The scripts of `.github/workflows/release.yml` that need no service.
@Suite("The release", .timeLimit(.minutes(5)))
struct ReleaseWorkflowTests {
  private static let compare = "Compare the tag with the version of the programs"

  @Test("goes on when the tag names the version of the programs")
  func tag() async throws {
    let version = try await version()
    let runner = try GitHubRunner(["GITHUB_REF_NAME": "v\(version)"])
    let run = try await runner.run(try step(Self.compare), in: ProgramRun.packageFolder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(runner.outputs == "version=\(version)\nimage=ghcr.io/acme/models\n")
    let said = try await ProgramRun.of(PublisherProcess.executable, ["--version"])
    #expect(said.output == "mlcatalog \(version)\n")
  }

  @Test("fails when the tag names another version, and says where to change it")
  func otherTag() async throws {
    for tag in ["v9.9.9", "0.1.0", "v0.1.0;id"] {
      let runner = try GitHubRunner(["GITHUB_REF_NAME": tag])
      let run = try await runner.run(try step(Self.compare), in: ProgramRun.packageFolder)
      #expect(run.status == 1)
      #expect(run.errors.contains("the tag '\(tag)' does not name the version"))
      #expect(run.errors.contains("Sources/Arguments/ProgramVersion.swift"))
      #expect(runner.outputs.isEmpty)
    }
  }

  @Test("takes its notes from the changelog, and fails without any")
  func notes() async throws {
    let project = try Project()
    try project.write(
      "# Changelog\n\n## Unreleased\n\n* c\n\n## 0.2.0 (2026-12-01)\n\n* b\n\n## 0.1.0\n\n* a\n",
      to: "CHANGELOG.md")
    for (version, notes) in [("0.2.0", "* b"), ("0.1.0", "* a")] {
      let run = try await findNotes(of: version, project)
      #expect(run.status == 0, "\(run.output)")
      #expect(
        try project.read("notes.md").trimmingCharacters(in: .whitespacesAndNewlines) == notes)
    }
    let missing = try await findNotes(of: "0.2", project)
    #expect(missing.status == 1)
    #expect(missing.output == "::error file=CHANGELOG.md::there is no section '## 0.2'\n")
  }

  private func findNotes(of version: String, _ project: Project) async throws -> ProgramRun {
    try await GitHubRunner().run(
      try step("Find what is new in it"), ["steps.version.outputs.version": version],
      in: URL(filePath: project.path))
  }

  private func step(_ name: String) throws -> CIStep {
    try CIFile(".github/workflows/release.yml").step(name)
  }

  private func version() async throws -> String {
    let run = try await ProgramRun.of(
      ProgramRun.packageFolder.appending(path: "scripts/version"), [])
    return run.output.trimmingCharacters(in: .newlines)
  }
}
