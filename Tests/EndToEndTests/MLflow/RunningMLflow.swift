import Foundation
import HTTPClient
import JSONDocuments
import TestSupport
import Testing

/// A real MLflow server with its registry in a folder of its own; both go with the last reference.
final class RunningMLflow: Sendable {
  /// How a server is started.
  struct Options: Sendable {
    /// What stands before its routes.
    var staticPrefix: String?
    /// Whether it wants user names and passwords.
    var hasPermissions = false
    /// Whether it keeps the artifacts behind it; else clients write to a folder themselves.
    var servesArtifacts = true
    /// Whose certificates it has, and asks for.
    var authority: TestAuthority?
  }

  /// The administrator of a server with permissions.
  static let administrator = "admin"
  /// Where it listens, such as `http://127.0.0.1:40123`, without a static prefix.
  let origin: String
  let line: MLflowLine
  /// Where it keeps everything.
  let folder: URL
  private let options: Options
  private let python: String
  /// The server and its folder go when this end of the pipe is closed, in whatever way.
  private let lifeline: Pipe

  /// Starts the server and waits until it listens.
  init(_ line: MLflowLine, _ options: Options = Options()) async throws {
    self.line = line
    self.options = options
    python = try #require(line.environment).python
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
    process.arguments =
      [
        "-c",
        "set -m; \"$@\" </dev/null & server=$!; cat <&0 >/dev/null & wait -n;"
          + " kill -KILL -- -$server 2>/dev/null; if kill -KILL $! 2>/dev/null; then exit 1; fi;"
          + " wait; cd /; rm -rf -- \"$0\"",
        folder.path, python,
      ]
      + Self.arguments(line, options, folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path,
      // What runs jobs costs seven processes more, and nothing here starts a job.
      "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
      "MLFLOW_FLASK_SERVER_SECRET_KEY": "of-a-test", "MLFLOW_AUTH_ADMIN_PASSWORD": line.password,
    ]
    process.currentDirectoryURL = folder
    process.standardInput = lifeline.fileHandleForReading
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    do {
      origin = try await Self.address(in: log, of: process, after: line.greeting)
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  deinit { try? lifeline.fileHandleForWriting.close() }

  /// The address that MLflow's own client is given.
  var url: String { line == .line3 ? origin + (options.staticPrefix ?? "") : origin }

  private static func arguments(
    _ line: MLflowLine, _ options: Options, _ folder: URL
  ) -> [String] {
    var arguments = [
      "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", "0", "--workers", "1",
      "--backend-store-uri", "sqlite:///\(folder.path)/registry.db",
    ]
    let artifacts = folder.appending(path: "artifacts").path
    if options.servesArtifacts {
      arguments += ["--artifacts-destination", artifacts]
    } else {
      arguments += ["--no-serve-artifacts", "--default-artifact-root", artifacts]
    }
    if let prefix = options.staticPrefix { arguments += ["--static-prefix", prefix] }
    if options.hasPermissions { arguments += ["--app-name", "basic-auth"] }
    if let authority = options.authority {
      let secure = line.secureOptions(
        certificate: authority.path("server.pem"), key: authority.path("server.key"),
        authority: authority.path("ca.pem"))
      arguments += [line.carrierOption, secure]
    }
    return arguments
  }

  /// How requests reach it.
  func transport() throws -> CurlTransport {
    var configuration = TransportConfiguration()
    if let authority = options.authority {
      configuration.trust = .path(authority.path("ca.pem"), variable: "authority")
      configuration.clientCertificate = ClientCertificate(
        path: try authority.clientCertificate(), variable: "client")
    }
    return CurlTransport(configuration: configuration)
  }

  /// The address that the server writes into its log once it listens.
  private static func address(
    in log: URL, of process: Process, after greeting: String
  ) async throws -> String {
    let pattern = try Regex<(Substring, Substring)>(
      greeting + #"(https?:\/\/127\.0\.0\.1:[1-9][0-9]*)"#)
    while process.isRunning {
      let text = try String(contentsOf: log, encoding: .utf8)
      if let match = text.firstMatch(of: pattern) { return String(match.1) }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw MLflowFailure(description: try String(contentsOf: log, encoding: .utf8))
  }

  /// Registers a version of a model by MLflow's own client.
  ///
  /// The answer has where the version lies (`source`) and where its run keeps what it made
  /// (`artifacts`).
  func register(_ name: String, strength: String, signatureInTag: Bool) async throws -> JSON {
    let script = ProgramRun.packageFolder
      .appending(path: "Tests/OfficialClients/register_model.py").path
    var environment = ["HOME": folder.path, "NO_PROXY": "127.0.0.1"]
    if options.hasPermissions {
      environment["MLFLOW_TRACKING_USERNAME"] = Self.administrator
      environment["MLFLOW_TRACKING_PASSWORD"] = line.password
    }
    let run = try await ProgramRun.of(
      URL(filePath: python),
      ["-B", "-W", "ignore", script, url, name, strength]
        + (signatureInTag ? ["--signature-in-tag"] : []),
      environment: environment)
    try #require(run.status == 0, "\(run.errors)")
    return try JSON(parsing: run.output)
  }
}

/// What a server said instead of what a test needs.
struct MLflowFailure: Error, CustomStringConvertible {
  let description: String
}
