import HTTPClient
import Synchronization

/// Gives prepared outcomes in turn, the last one for ever, and remembers the requests.
final class ScriptedTransport: HTTPTransport {
  private let outcomes: [Result<HTTPResponse, TransportError>]
  private let state = Mutex<[HTTPRequest]>([])

  init(_ outcomes: [Result<HTTPResponse, TransportError>]) { self.outcomes = outcomes }

  convenience init(statuses: [Int], headers: HTTPHeaders = [:], body: String = "") {
    self.init(
      statuses.map {
        .success(HTTPResponse(status: $0, headers: headers, body: Array(body.utf8)))
      })
  }

  var requests: [HTTPRequest] { state.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let index = state.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    return try outcomes[min(index, outcomes.count - 1)].get()
  }
}
