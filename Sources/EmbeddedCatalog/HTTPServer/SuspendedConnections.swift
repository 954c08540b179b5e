import CMicrohttpd
import Dispatch
import Synchronization

/// Connections that wait without holding one of the server's threads.
final class SuspendedConnections: Sendable {
  private struct State {
    /// Those that wait for a time.
    var paused: Set<UInt> = []
    /// Those that wait for work to be done.
    var working: Set<UInt> = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let queue: WorkQueue

  /// - Parameter width: For how many connections work is done at once.
  init(width: Int) { queue = WorkQueue(width: width) }

  /// Lets a connection wait; false when the server stops, and nothing may wait any more.
  ///
  /// Only to be called by what libmicrohttpd calls for this connection.
  func suspend(_ connection: OpaquePointer, for duration: Duration) -> Bool {
    let key = UInt(bitPattern: connection)
    guard suspend(connection, in: \.paused) else { return false }
    let (seconds, attoseconds) = duration.components
    let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { [self] in
      resume(key, from: \.paused)
    }
    return true
  }

  /// Lets a connection wait until work is done elsewhere; false when the server stops.
  ///
  /// Only to be called by what libmicrohttpd calls for this connection.
  func suspend(_ connection: OpaquePointer, during work: @escaping WorkQueue.Work) -> Bool {
    let key = UInt(bitPattern: connection)
    guard suspend(connection, in: \.working) else { return false }
    queue.add { [self] in
      work()
      resume(key, from: \.working)
    }
    return true
  }

  private func suspend(
    _ connection: OpaquePointer, in waiting: WritableKeyPath<State, Set<UInt>>
  ) -> Bool {
    state.withLock { state in
      if state.isClosed { return false }
      state[keyPath: waiting].insert(UInt(bitPattern: connection))
      MHD_suspend_connection(connection)
      return true
    }
  }

  private func resume(_ key: UInt, from waiting: WritableKeyPath<State, Set<UInt>>) {
    state.withLock { state in
      if state[keyPath: waiting].remove(key) != nil { Self.resume(key) }
    }
  }

  /// Lets all go on that wait for a time, and nobody begin to wait.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for key in state.paused { Self.resume(key) }
      state.paused = []
    }
  }

  /// Lets those go on that still wait for work: libmicrohttpd must not be stopped before.
  func abandon() {
    state.withLock { state in
      for key in state.working { Self.resume(key) }
      state.working = []
    }
  }

  private static func resume(_ key: UInt) {
    if let connection = OpaquePointer(bitPattern: key) { MHD_resume_connection(connection) }
  }
}
