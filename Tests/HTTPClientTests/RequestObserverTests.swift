import HTTPClient
import Synchronization
import Testing

@Suite("Watching requests")
struct RequestObserverTests {
  private final class Recorder: RequestObserver {
    let lines = Mutex<[String]>([])
    let exchanges = Mutex<[ObservedExchange]>([])

    func observe(_ exchange: ObservedExchange) {
      exchanges.withLock { $0.append(exchange) }
      let outcome =
        switch exchange.outcome {
        case .success(let answer): "\(answer.status), \(answer.size) bytes"
        case .failure(let error): "\(error)"
        }
      let request = exchange.request
      lines.withLock {
        $0.append("\(exchange.attempt). \(request.method.rawValue) \(request.url): \(outcome)")
      }
    }

    func observe(pause: Duration, before attempt: Int, of request: ObservedRequest) {
      lines.withLock { $0.append("pause before \(attempt)") }
    }
  }

  @Test("each attempt and each pause is told, without credentials")
  func tellsEverything() async throws {
    let recorder = Recorder()
    let transport = ScriptedTransport([
      .failure(TransportError(.refused, "no connection")),
      .success(HTTPResponse(status: 200, headers: ["Set-Cookie": "s3cret"], body: [1, 2])),
    ])
    let retrying = RetryingTransport(
      wrapping: transport, observer: recorder, clock: ManualClock())
    let headers: HTTPHeaders = [
      "Authorization": "Bearer s3cret", "Accept": "application/json", "X-Gate-Key": "s3cret",
    ]
    _ = try await retrying.send(
      HTTPRequest(.get, "http://user:s3cret@catalog.example/api?x=1@2", headers: headers))
    #expect(
      recorder.lines.withLock { $0 } == [
        "1. GET http://catalog.example/api?x=1@2: no connection", "pause before 2",
        "2. GET http://catalog.example/api?x=1@2: 200, 2 bytes",
      ])
    let exchanges = recorder.exchanges.withLock { $0 }
    #expect(!"\(exchanges)".contains("s3cret"))
    #expect(exchanges.last?.request.headers["accept"] == "application/json")
    #expect(exchanges.last?.request.headers["x-gate-key"] == "<redacted>")
  }
}
