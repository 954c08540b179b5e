import Foundation
import Synchronization

/// A running `chromedriver` on a free port.
final class BrowserDriver: Sendable {
  let address: String
  private let process: Mutex<Process>
  private let folder: URL

  /// Where the driver is, when the browser is there too.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    func find(_ name: String) -> String? {
      folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    }
    return find("chromium") == nil ? nil : find("chromedriver")
  }()

  /// Starts the driver; again when it ends at once, since the port that it drew for IPv4 may be
  /// taken for IPv6.
  static func start() async throws -> BrowserDriver {
    for _ in 1...3 {
      if let driver = try await BrowserDriver() { return driver }
    }
    throw BrowserError("chromedriver does not start")
  }

  /// Nil when the driver ended before it listened.
  private init?() async throws {
    guard let path = Self.path else { throw BrowserError("chromedriver is not installed") }
    // The browser makes a socket far below it, whose path may have 108 bytes.
    let name = "browser-\(UUID().uuidString.prefix(8))"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let log = folder.appending(path: "log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["--port=0"]
    // What the browser writes goes with the folder; a driver that is ended leaves it.
    let environment = ProcessInfo.processInfo.environment
    process.environment = environment.merging(["TMPDIR": folder.path]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard let address = try await Self.address(in: log, of: process) else {
      try? FileManager.default.removeItem(at: folder)
      return nil
    }
    self.process = Mutex(process)
    self.folder = folder
    self.address = address
  }

  func stop() {
    process.withLock { process in
      // A program started here may inherit a mask that keeps SIGTERM from it.
      if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }

  /// The driver says on which port it listens once it does.
  private static func address(in log: URL, of process: Process) async throws -> String? {
    while process.isRunning {
      let text = try String(contentsOf: log, encoding: .utf8)
      if let line = text.split(separator: "\n").first(where: { $0.contains("successfully on port") }
      ) {
        return "http://127.0.0.1:" + line.filter(\.isNumber)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    return nil
  }
}
