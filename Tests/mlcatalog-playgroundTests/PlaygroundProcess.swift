import Foundation
import Glibc
import TestSupport

/// A run of the built program `mlcatalog-playground`.
final class PlaygroundProcess {
  /// How a run ended and what it wrote.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program; the tests' own lies beside it.
  static var program: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "mlcatalog-playground")
  }

  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = Self.program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"]
      .merging(SanitizerSettings.environment) { $1 }.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Outcome {
    try PlaygroundProcess(arguments, environment: environment).finish()
  }

  var isRunning: Bool { process.isRunning }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end.
  func finish() -> Outcome {
    let output = output.fileHandleForReading.readDataToEndOfFile()
    let errors = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }
}
