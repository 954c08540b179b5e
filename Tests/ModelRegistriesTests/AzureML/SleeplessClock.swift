import HTTPClient

/// The time, without waiting.
struct SleeplessClock: RetryClock {
  var now: ContinuousClock.Instant { ContinuousClock.now }
  var secondsSince1970: Int64 { SystemRetryClock().secondsSince1970 }
  func sleep(for duration: Duration) async throws {}
}
