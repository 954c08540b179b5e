import Synchronization

/// What became of the writes of a run.
final class WriteLedger: Sendable {
  /// The numbers at one moment.
  struct Entry: Sendable, Hashable {
    /// Writes that the server acknowledged.
    var acknowledged = 0
    /// Writes that the server answered with 403.
    var forbidden = 0
    /// Writes that failed in another way.
    var failed = 0

    /// Whether everything that was tried was forbidden, and something was tried.
    var isAllForbidden: Bool { forbidden > 0 && acknowledged == 0 && failed == 0 }
  }

  private let state = Mutex(Entry())

  /// The numbers now.
  var entry: Entry { state.withLock { $0 } }

  func note(_ change: (inout Entry) -> Void) {
    state.withLock { change(&$0) }
  }
}
