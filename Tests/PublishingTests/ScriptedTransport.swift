import HTTPClient
import JSONDocuments
import Synchronization

/// A transport that answers by a script and remembers what it was asked.
final class ScriptedTransport: HTTPTransport {
  /// What comes of a request.
  enum Answer: Sendable {
    case json(Int, JSON)
    /// The request arrived, its answer did not.
    case lost
    /// Nothing listens.
    case refused
  }

  private let script: @Sendable (HTTPRequest, Int) -> Answer
  private let state = Mutex<[HTTPRequest]>([])

  /// `script` gets each request with its number among those of the same method, from 1.
  init(_ script: @escaping @Sendable (HTTPRequest, Int) -> Answer) {
    self.script = script
  }

  /// The requests so far, as `METHOD last/two/segments`.
  var asked: [String] {
    state.withLock { requests in
      requests.map { request in
        let path = request.url.split(separator: "?")[0].split(separator: "/")
        return "\(request.method.rawValue) \(path.suffix(2).joined(separator: "/"))"
      }
    }
  }

  /// The contents of the requests of a method.
  func bodies(_ method: HTTPMethod) -> [JSON] {
    state.withLock { requests in
      requests.filter { $0.method == method }
        .map { (try? JSON(parsing: $0.body ?? [])) ?? .null }
    }
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let number = state.withLock { requests in
      requests.append(request)
      return requests.count { $0.method == request.method }
    }
    switch script(request, number) {
    case .json(let status, let document):
      return HTTPResponse(
        status: status, headers: ["Content-Type": "application/json"], body: document.encoded())
    case .lost:
      throw TransportError(.connectionLost, "the connection ended", mayHaveBeenSent: true)
    case .refused: throw TransportError(.refused, "nothing listens")
    }
  }
}
