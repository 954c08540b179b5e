import Synchronization

/// A clock that tests move, in milliseconds since 1970.
final class TestClock: Sendable {
  private let moment = Atomic<Int64>(1_800_000_000_000)

  var now: Int64 { moment.load(ordering: .relaxed) }

  func pass(_ seconds: Int64) { moment.add(seconds * 1000, ordering: .relaxed) }
}
