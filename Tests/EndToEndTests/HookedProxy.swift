import Foundation
import HTTPClient
import Synchronization
import TestSupport

/// Stands between a publisher and a catalog and passes requests on.
final class HookedProxy: Sendable {
  /// What happens to a request.
  enum Action: Sendable {
    /// It is passed on.
    case pass
    /// It never arrives, and the connection ends.
    case drop
    /// It arrives, and its answer is lost.
    case loseAnswer
    /// It is answered like this and never arrives.
    case answer(status: Int, body: String)
  }

  private let server: ScriptedServer

  /// `http://127.0.0.1:port`.
  var url: String { server.url }

  /// How many requests came.
  var requestCount: Int { server.requests.count }

  /// Listens before a catalog; `hook` is asked about each request, which are numbered from 1.
  init(_ host: String, hook: @escaping @Sendable (Int, ScriptedRequest) -> Action) {
    let counter = Counter()
    server = ScriptedServer { request in
      switch hook(counter.next(), request) {
      case .drop: return [.reset]
      case .pass: return HookedProxy.forward(request, to: host)
      case .loseAnswer:
        _ = HookedProxy.forward(request, to: host)
        return [.reset]
      case .answer(let status, let body): return [.json(status, body)]
      }
    }
  }

  deinit { server.stop() }

  /// Passes a request on; the server's threads may block, so they wait for the answer.
  private static func forward(_ request: ScriptedRequest, to host: String) -> [ScriptedStep] {
    let answer = Mutex<HTTPResponse?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let headers = HTTPHeaders(
      request.headers.fields.filter { field in
        ["authorization", "content-type", "accept"].contains(field.name.lowercased())
      })
    let method = HTTPMethod(rawValue: request.method) ?? .get
    let message = HTTPRequest(
      method, host + request.target, headers: headers,
      body: request.body.isEmpty ? nil : request.body)
    Task {
      let response = try? await CurlTransport().send(message)
      answer.withLock { $0 = response }
      isDone.signal()
    }
    isDone.wait()
    guard let response = answer.withLock({ $0 }) else { return [.reset] }
    let type = response.headers["Content-Type"] ?? "application/json"
    return [
      .answer(response.status, headers: [("Content-Type", type)], body: response.body)
    ]
  }

  private final class Counter: Sendable {
    private let number = Mutex(0)

    func next() -> Int {
      number.withLock { number in
        number += 1
        return number
      }
    }
  }
}
