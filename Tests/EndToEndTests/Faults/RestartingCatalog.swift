import Dispatch
import Synchronization
import TestSupport

/// A catalog in a process of its own that is killed and comes back with its data file.
final class RestartingCatalog: Sendable {
  private let path: String
  private let process: Mutex<PlaygroundProcess?>

  /// Serves a data file.
  init(_ path: String) async throws {
    self.path = path
    process = Mutex(try await PlaygroundProcess(dataPath: path))
  }

  deinit { process.withLock { $0?.kill() } }

  /// Where it is; starts it when it was killed, and blocks until it listens.
  func address() -> String {
    if let running = process.withLock({ $0 }) { return running.baseURL }
    let started = Mutex<PlaygroundProcess?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    Task { [path] in
      let process = try? await PlaygroundProcess(dataPath: path)
      started.withLock { $0 = process }
      isDone.signal()
    }
    isDone.wait()
    let new = started.withLock { $0 }
    return process.withLock { process in
      process = process ?? new
      return process?.baseURL ?? "http://127.0.0.1:1"
    }
  }

  /// Ends it with SIGKILL, wherever it is.
  func kill() {
    let running = process.withLock { process in
      defer { process = nil }
      return process
    }
    running?.kill()
    running?.waitUntilExit()
  }
}
