import Glibc

/// The time, as ``RetryingTransport`` sees it; a test brings its own.
public protocol RetryClock: Sendable {
  /// The moment, for deadlines.
  var now: ContinuousClock.Instant { get }
  /// Seconds since 1970, for dates that a server names.
  var secondsSince1970: Int64 { get }
  /// Waits.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  func sleep(for duration: Duration) async throws
}

/// The clock of the machine.
public struct SystemRetryClock: RetryClock {
  /// Makes the clock.
  public init() {}

  /// The moment.
  public var now: ContinuousClock.Instant { ContinuousClock.now }

  /// Seconds since 1970.
  public var secondsSince1970: Int64 { Int64(time(nil)) }

  /// Waits.
  public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
