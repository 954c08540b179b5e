import Glibc

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
