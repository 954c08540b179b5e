import Synchronization

/// Counts the requests of a run.
public final class RequestTally: Sendable {
  /// The numbers at one moment.
  public struct Counts: Sendable, Hashable {
    /// Requests sent, repetitions included.
    public var total = 0
    /// Those of them that were PUT, PATCH, POST or DELETE.
    public var writes = 0
    /// Those of them that repeated an earlier one.
    public var retries = 0
  }

  private let state = Mutex(Counts())

  /// Begins at zero.
  public init() {}

  /// The numbers now.
  public var counts: Counts { state.withLock { $0 } }

  func count(_ method: HTTPMethod, isRetry: Bool) {
    state.withLock { counts in
      counts.total += 1
      if method.isWrite { counts.writes += 1 }
      if isRetry { counts.retries += 1 }
    }
  }
}
