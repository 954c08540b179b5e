import Foundation

/// The files and variables by which GitHub's runner talks with the steps of a job.
final class GitHubRunner: Sendable {
  private let folder: URL
  /// The variables of the job that a test gives.
  private let variables: [String: String]

  /// A runner with `mlcatalog` on its PATH.
  init(_ variables: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "runner-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "temporary"), withIntermediateDirectories: true)
    self.variables = variables
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The folder `$RUNNER_TEMP`.
  var temporary: URL { folder.appending(path: "temporary") }

  /// What steps wrote to `$GITHUB_OUTPUT`.
  var outputs: String { text("output") }
  /// What steps wrote to `$GITHUB_STEP_SUMMARY`.
  var summary: String { text("summary") }
  /// What steps wrote to `$GITHUB_PATH`.
  var path: String { text("path") }

  /// Runs the script of a step as the runner does.
  func run(
    _ step: CIStep, _ expressions: [String: String] = [:], in place: URL
  ) async throws -> ProgramRun {
    let script = folder.appending(path: "step.sh")
    try Data(step.script.utf8).write(to: script)
    for name in ["output", "summary", "path", "environment"] {
      let file = folder.appending(path: name)
      if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
    }
    let options = step.shell == "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"]
    return try await ProgramRun.of(
      URL(filePath: "/bin/bash"), options + [script.path],
      environment: environment(place).merging(variables) { $1 }
        .merging(try step.environment(expressions)) { $1 },
      in: place)
  }

  private func environment(_ place: URL) -> [String: String] {
    let programs = PublisherProcess.executable.deletingLastPathComponent().path
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "CI": "true", "GITHUB_ACTIONS": "true", "PATH": "\(programs):\(inherited)",
      "HOME": folder.path, "RUNNER_TEMP": temporary.path, "GITHUB_WORKSPACE": place.path,
      "GITHUB_OUTPUT": folder.appending(path: "output").path,
      "GITHUB_STEP_SUMMARY": folder.appending(path: "summary").path,
      "GITHUB_PATH": folder.appending(path: "path").path,
      "GITHUB_ENV": folder.appending(path: "environment").path,
      "GITHUB_REPOSITORY": "acme/models", "GITHUB_SERVER_URL": "https://github.invalid",
      "GITHUB_API_URL": "https://github.invalid/api", "NO_PROXY": "127.0.0.1",
    ]
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }
}
