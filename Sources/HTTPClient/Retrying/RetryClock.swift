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
