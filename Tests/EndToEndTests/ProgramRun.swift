import Foundation
import TestSupport

/// A script or program that ran to its end, and what came of it.
struct ProgramRun: Sendable {
  /// The exit status; 128 and more when a signal ended it.
  let status: Int32
  /// What it wrote to its standard output.
  let output: String
  /// What it wrote to its standard error.
  let errors: String

  /// The package's root folder.
  static let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs a program to its end without blocking; cancelling the task kills the program.
  ///
  /// - Parameters:
  ///   - environment: Its whole environment but `PATH` and `HOME`, which it gets from this one.
  ///   - folder: The folder that it starts in.
  /// - Throws: What `Process` throws when the program cannot be started.
  static func of(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:],
    in folder: URL = packageFolder
  ) async throws -> ProgramRun {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: a program that writes much never waits for a reader.
    let output = scratch.appending(path: "output")
    let errors = scratch.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
      .merging(SanitizerSettings.environment) { _, given in given }
      .merging(environment) { _, given in given }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let status = try await exitStatus(of: process)
    return try ProgramRun(
      status: status, output: String(contentsOf: output, encoding: .utf8),
      errors: String(contentsOf: errors, encoding: .utf8))
  }

  private static func exitStatus(of process: Process) async throws -> Int32 {
    let (ends, continuation) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { process in
      let bySignal = process.terminationReason == .uncaughtSignal
      continuation.yield(process.terminationStatus + (bySignal ? 128 : 0))
      continuation.finish()
    }
    try process.run()
    let identifier = process.processIdentifier
    return await withTaskCancellationHandler {
      for await status in ends { return status }
      // The loop ends without a status only when the task was cancelled.
      return 128 + SIGKILL
    } onCancel: {
      kill(identifier, SIGKILL)
    }
  }
}
