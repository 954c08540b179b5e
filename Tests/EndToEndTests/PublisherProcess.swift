import Foundation
import TestSupport

/// The built `mlcatalog`, run as users run it.
struct PublisherProcess {
  /// What a run left.
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
    /// Whether a signal ended it.
    let isKilled: Bool

    /// Everything that was printed.
    var everything: String { output + errors }
  }

  /// The executable beside the bundle of these tests.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "mlcatalog")
  }

  let project: Project
  var environment: [String: String]

  /// A run in a project with a host and a token in the environment.
  init(_ project: Project, host: String? = nil, token: String? = nil) {
    self.project = project
    environment = ["PATH": "/usr/bin:/bin"]
    environment["OPENMETADATA_HOST"] = host
    environment["OPENMETADATA_JWT_TOKEN"] = token
  }

  /// Starts without waiting.
  func start(_ arguments: [String]) throws -> RunningPublisher {
    try RunningPublisher(arguments, environment, project)
  }

  /// Runs and waits for the end.
  func run(_ arguments: String...) async throws -> Outcome {
    try await start(arguments).outcome()
  }
}

/// A publisher at work.
final class RunningPublisher: Sendable {
  private let identifier: Int32
  private let ends: AsyncStream<(Int32, Bool)>
  private let folder: URL

  /// Kept, so that its folder outlives the run.
  private let project: Project

  init(_ arguments: [String], _ environment: [String: String], _ project: Project) throws {
    self.project = project
    folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Files, not pipes: nobody has to read while the publisher writes.
    let files = [folder.appending(path: "output"), folder.appending(path: "errors")]
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = PublisherProcess.executable
    process.arguments = arguments
    process.environment = SanitizerSettings.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: project.path)
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    let (ends, continuation) = AsyncStream<(Int32, Bool)>.makeStream()
    process.terminationHandler = { process in
      continuation.yield(
        (process.terminationStatus, process.terminationReason == .uncaughtSignal))
      continuation.finish()
    }
    self.ends = ends
    try process.run()
    identifier = process.processIdentifier
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Sends a signal, `SIGKILL` for example.
  func signal(_ number: Int32) {
    kill(identifier, number)
  }

  /// Waits for the end.
  func outcome() async throws -> PublisherProcess.Outcome {
    var end: (status: Int32, isKilled: Bool) = (-1, false)
    for await (status, isKilled) in ends { end = (status, isKilled) }
    return PublisherProcess.Outcome(
      output: try text("output"), errors: try text("errors"), status: end.status,
      isKilled: end.isKilled)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
