import Foundation
import Synchronization

/// The built `mlcatalog-playground` as a server of its own.
public final class PlaygroundProcess: Sendable {
  private struct NotReady: Error {}

  /// Where it listens, such as `http://127.0.0.1:40123`.
  public let baseURL: String
  private let process: Mutex<Process>

  /// Serves a data file; the program stands beside the bundle of these tests.
  public init(dataPath: String) async throws {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "mlcatalog-playground")
    let ready = dataPath + ".ready"
    // An earlier program that served this file may have left its own.
    try? FileManager.default.removeItem(atPath: ready)
    process.arguments = ["serve", "--port", "0", "--data", dataPath, "--ready-file", ready]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = Mutex(process)
    baseURL = try await Self.address(in: ready)
  }

  deinit { kill() }

  /// Ends the program at once, wherever it is.
  public func kill() {
    process.withLock { process in
      if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
    }
  }

  /// Waits for the end that `kill` brings.
  public func waitUntilExit() { process.withLock { $0.waitUntilExit() } }

  private static func address(in file: String) async throws -> String {
    for _ in 0..<400 {
      if let text = try? String(contentsOf: URL(filePath: file), encoding: .utf8), !text.isEmpty {
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw NotReady()
  }
}
