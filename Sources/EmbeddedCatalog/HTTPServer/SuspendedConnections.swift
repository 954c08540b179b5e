import CMicrohttpd
import Dispatch
import Synchronization

/// Connections that wait without holding one of the server's threads.
final class SuspendedConnections: Sendable {
  private struct State {
    var waiting: Set<UInt> = []
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Lets a connection wait; false when the server stops, and nothing may wait any more.
  ///
  /// Only to be called by what libmicrohttpd calls for this connection.
  func suspend(_ connection: OpaquePointer, for duration: Duration) -> Bool {
    let key = UInt(bitPattern: connection)
    let isWaiting = state.withLock { state in
      if state.isClosed { return false }
      state.waiting.insert(key)
      MHD_suspend_connection(connection)
      return true
    }
    guard isWaiting else { return false }
    let (seconds, attoseconds) = duration.components
    let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { [self] in
      state.withLock { state in
        if state.waiting.remove(key) != nil { Self.resume(key) }
      }
    }
    return true
  }

  /// Lets all go on: libmicrohttpd must not be stopped before.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for key in state.waiting { Self.resume(key) }
      state.waiting = []
    }
  }

  private static func resume(_ key: UInt) {
    if let connection = OpaquePointer(bitPattern: key) { MHD_resume_connection(connection) }
  }
}
