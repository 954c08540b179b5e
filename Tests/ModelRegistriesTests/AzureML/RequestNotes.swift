import HTTPClient
import Synchronization

/// Writes down all that a log could show of requests.
final class RequestNotes: RequestObserver {
  private let notes = Mutex<[String]>([])

  var text: String { notes.withLock { $0.joined(separator: "\n") } }

  func observe(_ exchange: ObservedExchange) {
    notes.withLock { $0.append("\(exchange)") }
  }

  func observe(pause: Duration, before attempt: Int, of request: ObservedRequest) {
    notes.withLock { $0.append("\(request)") }
  }
}
