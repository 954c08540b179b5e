import HTTPClient
import Synchronization

/// A clock that moves only when it is told to, or when somebody sleeps.
final class FixedClock: RetryClock {
  private let seconds = Mutex<Int64>(1_700_000_000)
  private let start = ContinuousClock.now

  var now: ContinuousClock.Instant { ContinuousClock.now }
  var secondsSince1970: Int64 { seconds.withLock { $0 } }

  func sleep(for duration: Duration) async throws { advance(by: duration.components.seconds) }
  func advance(by count: Int64) { seconds.withLock { $0 += count } }
}
