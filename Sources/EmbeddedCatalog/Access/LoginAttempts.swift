import Synchronization

/// Counts wrong passwords: after three of them a user waits ten minutes.
final class LoginAttempts: Sendable {
  private struct Failures {
    var count = 0
    var last: Int64 = 0
  }

  private static let limit = 3
  private static let pause: Int64 = 600_000
  /// Names that are kept in mind; whoever makes more up pushes the oldest ones out.
  private static let capacity = 1_000
  /// No user has a longer name.
  private static let longestName = 256
  private let failures = Mutex<[String: Failures]>([:])

  func isBlocked(_ user: String, at now: Int64) -> Bool {
    failures.withLock { failures in
      guard let found = failures[user], found.count >= Self.limit else { return false }
      if now - found.last < Self.pause { return true }
      failures[user] = nil
      return false
    }
  }

  func failed(_ user: String, at now: Int64) {
    if user.utf8.count > Self.longestName { return }
    failures.withLock { failures in
      if failures.count >= Self.capacity, failures[user] == nil,
        let oldest = failures.min(by: { $0.value.last < $1.value.last })
      {
        failures[oldest.key] = nil
      }
      failures[user, default: Failures()].count += 1
      failures[user]?.last = now
    }
  }

  func succeeded(_ user: String) { failures.withLock { $0[user] = nil } }
}
