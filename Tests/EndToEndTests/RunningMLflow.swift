import Foundation
import JSONDocuments
import TestSupport
import Testing

/// A real MLflow server with its registry in a folder of its own; both go with the last reference.
final class RunningMLflow: Sendable {
  /// Where it is, such as `http://127.0.0.1:40123`.
  let url: String
  private let folder: URL
  private let python: String
  /// The server ends when this end of the pipe is closed, in whatever way.
  private let lifeline: Pipe

  /// Starts the server and waits until it listens.
  init() async throws {
    python = try #require(PythonEnvironment.mlflow2).python
    folder = FileManager.default.temporaryDirectory.appending(path: "mlflow-\(UUID())")
    lifeline = Pipe()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // A process that another test starts must not hold the server.
    _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let log = folder.appending(path: "log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    // The server's workers are of its process group, which ends as a whole. A program started here
    // may inherit a mask that keeps SIGTERM from it.
    process.arguments = [
      "-c", "set -m; \"$@\" </dev/null & cat >/dev/null; kill -KILL -$!; wait", "mlflow",
      python, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", "0", "--workers", "1",
      "--backend-store-uri", "sqlite:///\(folder.path)/registry.db",
      "--artifacts-destination", folder.appending(path: "artifacts").path,
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path]
    process.currentDirectoryURL = folder
    process.standardInput = lifeline.fileHandleForReading
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    url = try await Self.address(in: log, of: process)
  }

  deinit {
    try? lifeline.fileHandleForWriting.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Registers a version of a model by MLflow's own client.
  ///
  /// The answer has where the version lies (`source`) and where its run keeps what it made
  /// (`artifacts`).
  func register(_ name: String, strength: String, signatureInTag: Bool) async throws -> JSON {
    let script = ProgramRun.packageFolder
      .appending(path: "Tests/OfficialClients/register_model.py").path
    let run = try await ProgramRun.of(
      URL(filePath: python),
      ["-B", "-W", "ignore", script, url, name, strength]
        + (signatureInTag ? ["--signature-in-tag"] : []),
      environment: ["HOME": folder.path, "NO_PROXY": "127.0.0.1"])
    try #require(run.status == 0, "\(run.errors)")
    return try JSON(parsing: run.output)
  }

  /// The address that the server writes into its log once it listens.
  private static func address(in log: URL, of process: Process) async throws -> String {
    while process.isRunning {
      let text = try String(contentsOf: log, encoding: .utf8)
      if let match = text.firstMatch(of: /Listening at: (http:\/\/127\.0\.0\.1:[1-9][0-9]*)/) {
        return String(match.1)
      }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw MLflowError(description: try String(contentsOf: log, encoding: .utf8))
  }

  struct MLflowError: Error, CustomStringConvertible {
    let description: String
  }
}
