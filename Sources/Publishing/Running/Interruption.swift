import Synchronization

/// Whether somebody asked the run to stop; a signal handler sets it, the run looks at it.
public final class Interruption: Sendable {
  private struct State {
    var signal: ExitCode?
    var listeners: [Int: @Sendable () -> Void] = [:]
    var lastListener = 0
  }

  private let state = Mutex(State())

  /// Nobody asked yet.
  public init() {}

  /// The signal as its exit status; nil while the run may go on.
  public var signal: ExitCode? { state.withLock { $0.signal } }

  /// Asks the run to stop: reading ends at once, a write under way is finished, no other begins.
  public func request(_ signal: ExitCode) {
    let listeners = state.withLock { state in
      state.signal = state.signal ?? signal
      defer { state.listeners = [:] }
      return state.listeners
    }
    for listener in listeners.values { listener() }
  }

  /// Runs something that ends early, by cancellation, when the run is asked to stop.
  public func cancelling<Value: Sendable>(
    _ operation: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = Task { await operation() }
    let number = state.withLock { state -> Int? in
      guard state.signal == nil else { return nil }
      state.lastListener += 1
      state.listeners[state.lastListener] = { task.cancel() }
      return state.lastListener
    }
    if number == nil { task.cancel() }
    let value = await task.value
    state.withLock { state in number.map { state.listeners[$0] = nil } }
    return value
  }
}
