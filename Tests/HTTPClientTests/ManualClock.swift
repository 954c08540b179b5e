import HTTPClient
import Synchronization

/// A clock that only moves when somebody sleeps.
final class ManualClock: RetryClock {
  private let state = Mutex((now: ContinuousClock.now, sleeps: [Duration]()))
  let secondsSince1970: Int64

  init(secondsSince1970: Int64 = 784_111_777) {  // Sun, 06 Nov 1994 08:49:37 GMT
    self.secondsSince1970 = secondsSince1970
  }

  var now: ContinuousClock.Instant { state.withLock { $0.now } }

  var sleeps: [Duration] { state.withLock { $0.sleeps } }

  func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      state.now = state.now.advanced(by: duration)
      state.sleeps.append(duration)
    }
  }
}
