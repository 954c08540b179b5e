import Foundation
import JSONDocuments
import TestSupport
import Testing

/// The steps of `action.yml`, run as GitHub's runner runs them.
@Suite("The action", .timeLimit(.minutes(5)))
struct ActionTests {
  private static let repository = "inputs.repository || github.action_repository"

  @Test("takes a program that the job has built, and runs it with one argument a line")
  func binary() async throws {
    let runner = try GitHubRunner()
    let install = try await install(runner, ["inputs.binary": PublisherProcess.executable.path])
    #expect(install.status == 0, "\(install.errors)")
    #expect(install.output.hasPrefix("mlcatalog "))
    #expect(runner.path == "\(runner.temporary.path)/mlcatalog-bin\n")

    let run = try await run(runner, "explain\n\n  \nMLC264\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("MLC264"))
  }

  @Test("ends with the exit status of the program")
  func status() async throws {
    let runner = try GitHubRunner()
    let run = try await run(runner, "publish\n--no-such-option")
    #expect(run.status == 64)
  }

  @Test("takes each line as one argument, whatever is in it")
  func hostileArguments() async throws {
    let runner = try GitHubRunner()
    let folder = try Project()
    let run = try await run(
      runner, "explain\n$(touch stolen)`touch stolen`; touch stolen #'\"", in: folder.path)
    #expect(run.status == 64)
    #expect(run.errors.contains("$(touch stolen)`touch stolen`; touch stolen #'\""))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/stolen"))
  }

  @Test("installs the release that has the expected checksum")
  func release() async throws {
    let archive = try await ReleaseArchive()
    defer { archive.stop() }
    let runner = try GitHubRunner(["GITHUB_SERVER_URL": archive.url])
    let others = String(repeating: "0", count: 64)
    let run = try await install(
      runner,
      [
        "inputs.version": archive.version, "inputs.sha256": "\(others)\n\(archive.checksum)",
        Self.repository: "acme/mlcatalog",
      ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "mlcatalog \(archive.version)\n")
    #expect(archive.targets == ["/acme/mlcatalog/releases/download/\(archive.path)"])
  }

  @Test("installs nothing whose checksum is another, or is not given, or is none")
  func otherChecksum() async throws {
    let archive = try await ReleaseArchive()
    defer { archive.stop() }
    let cases = [
      (String(repeating: "0", count: 64), "nothing is installed\n"),
      ("", "no checksum is given"), ("0123", "'0123' is no SHA-256 checksum"),
    ]
    for (sum, message) in cases {
      let runner = try GitHubRunner(["GITHUB_SERVER_URL": archive.url])
      let run = try await install(
        runner,
        [
          "inputs.version": archive.version, "inputs.sha256": sum,
          Self.repository: "acme/mlcatalog",
        ])
      #expect(run.status == 1)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(runner.path.isEmpty)
      #expect(
        !FileManager.default.fileExists(atPath: "\(runner.temporary.path)/mlcatalog-bin/mlcatalog"))
    }
    #expect(archive.targets.count == 1, "what has no good checksum is not even fetched")
  }

  @Test("says which release cannot be fetched, and which version is none")
  func missingRelease() async throws {
    let server = ScriptedServer(answers: [[.json(404, "{}")]])
    defer { server.stop() }
    let sum = String(repeating: "0", count: 64)
    for (version, message) in [
      ("9.9.9", "/releases/download/v9.9.9/mlcatalog-9.9.9-linux-"),
      ("v0.1.0", "'v0.1.0' is no version: name a release, such as 0.1.0, without a v"),
      ("../../x", "'../../x' is no version"),
    ] {
      let runner = try GitHubRunner(["GITHUB_SERVER_URL": server.url])
      let run = try await install(
        runner,
        ["inputs.version": version, "inputs.sha256": sum, Self.repository: "acme/mlcatalog"])
      #expect(run.status == 1)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  private func install(
    _ runner: GitHubRunner, _ inputs: [String: String]
  ) async throws -> ProgramRun {
    let none = [
      "inputs.version": "", "inputs.sha256": "", "inputs.binary": "", Self.repository: "",
    ]
    let step = try CIFile("action.yml").step("Install mlcatalog")
    let atAction = CIStep(
      script: step.script, shell: step.shell,
      environment: step.environment.merging(
        ["GITHUB_ACTION_PATH": ProgramRun.packageFolder.path]) { $1 })
    return try await runner.run(
      atAction, none.merging(inputs) { $1 }, in: ProgramRun.packageFolder)
  }

  private func run(
    _ runner: GitHubRunner, _ arguments: String, in folder: String? = nil
  ) async throws -> ProgramRun {
    try await runner.run(
      try CIFile("action.yml").step("Run mlcatalog"), ["inputs.arguments": arguments],
      in: folder.map { URL(filePath: $0) } ?? ProgramRun.packageFolder)
  }
}
