import Synchronization

/// What a catalog said it had done, by the name of the entity, and what it was asked when it ended.
final class AcknowledgedWrites: Sendable {
  /// What is known of one entity.
  struct State: Sendable, Hashable {
    /// Its description; nil once it is gone, or before it was made.
    var description: String?
    /// Whether an edge leads to it.
    var isFed = false
  }

  /// What was acknowledged, and what the one write without an answer would have made of it.
  struct Expectation: Sendable {
    var acknowledged = State()
    var pending: State?
  }

  private let expectations = Mutex<[String: Expectation]>([:])

  /// A write is sent.
  func begin(_ name: String, _ change: @Sendable (inout State) -> Void) {
    expectations.withLock { expectations in
      var state = expectations[name, default: Expectation()].acknowledged
      change(&state)
      expectations[name, default: Expectation()].pending = state
    }
  }

  /// The write was answered as done.
  func acknowledge(_ name: String) {
    expectations.withLock { expectations in
      guard let state = expectations[name]?.pending else { return }
      expectations[name] = Expectation(acknowledged: state)
    }
  }

  /// What must hold now, by name.
  var all: [String: Expectation] { expectations.withLock { $0 } }
}
