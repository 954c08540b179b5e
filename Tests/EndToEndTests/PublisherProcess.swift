import Foundation
import Synchronization

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
    try RunningPublisher(arguments, environment, project.path)
  }

  /// Runs and waits for the end.
  func run(_ arguments: String...) async throws -> Outcome {
    try await start(arguments).outcome()
  }
}

/// A publisher at work.
final class RunningPublisher: Sendable {
  private let process: Mutex<Process>
  private let output: Pipe
  private let errors: Pipe

  init(_ arguments: [String], _ environment: [String: String], _ folder: String) throws {
    let process = Process()
    process.executableURL = PublisherProcess.executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: folder)
    output = Pipe()
    errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    self.process = Mutex(process)
  }

  /// Sends a signal, `SIGKILL` for example.
  func signal(_ number: Int32) {
    let identifier = process.withLock { $0.processIdentifier }
    kill(identifier, number)
  }

  /// Waits for the end on a thread of its own.
  func outcome() async -> PublisherProcess.Outcome {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { [self] in
        let errorText = Mutex("")
        let group = DispatchGroup()
        group.enter()
        Thread.detachNewThread { [self] in
          let text = String(
            decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
          errorText.withLock { $0 = text }
          group.leave()
        }
        let text = String(
          decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        group.wait()
        let (status, reason) = process.withLock { process in
          process.waitUntilExit()
          return (process.terminationStatus, process.terminationReason)
        }
        continuation.resume(
          returning: PublisherProcess.Outcome(
            output: text, errors: errorText.withLock { $0 }, status: status,
            isKilled: reason == .uncaughtSignal))
      }
    }
  }
}
