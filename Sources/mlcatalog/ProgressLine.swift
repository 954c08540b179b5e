import HTTPClient
import Synchronization

/// One line on the terminal that says how far a run is, taken away at its end.
final class ProgressLine: RequestObserver {
  private let count = Mutex(0)

  func observe(_ exchange: ObservedExchange) {
    count.withLock { count in
      count += 1
      show("requests: \(count)")
    }
  }

  func observe(pause: Duration, before attempt: Int, of request: ObservedRequest) {
    count.withLock { count in
      show("requests: \(count), waiting before attempt \(attempt)")
    }
  }

  /// Takes the line away.
  func finish() {
    count.withLock { count in
      if count > 0 { show("") }
    }
  }

  private func show(_ text: String) {
    StandardStream.error.write("\r\u{1B}[K" + text)
  }
}
