import Foundation
import HTTPClient
import Synchronization

/// Stands between a publisher and a catalog, on real sockets, and passes requests on or not.
public final class HookedProxy: Sendable {
  /// Is asked what happens to a request; these are numbered from 1 as they come.
  public typealias Hook = @Sendable (Int, ScriptedRequest) -> ProxyAction

  private let server: ScriptedServer

  /// `http://127.0.0.1:port`.
  public var url: String { server.url }

  /// The requests so far, in the order in which they came.
  public var requests: [ScriptedRequest] { server.requests }

  /// How many requests came.
  public var requestCount: Int { requests.count }

  /// Listens before a server such as `http://127.0.0.1:40123`.
  public convenience init(_ host: String, hook: @escaping Hook) {
    self.init(to: { host }, hook: hook)
  }

  /// Listens before a server that may have another address for each request; asking for it may
  /// block.
  public init(to host: @escaping @Sendable () -> String, hook: @escaping Hook) {
    let counter = Counter()
    let transport = CurlTransport()
    server = ScriptedServer { request in
      hook(counter.next(), request).steps(for: request) {
        HookedProxy.forward(request, to: host(), over: transport)
      }
    }
  }

  deinit { server.stop() }

  /// Ends the proxy before the last reference to it goes.
  public func stop() { server.stop() }

  /// Passes a request on; the server's threads may block, so they wait for the answer.
  private static func forward(
    _ request: ScriptedRequest, to host: String, over transport: CurlTransport
  ) -> HTTPResponse? {
    let answer = Mutex<HTTPResponse?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let message = HTTPRequest(
      HTTPMethod(rawValue: request.method) ?? .get, host + request.target,
      headers: passedOn(request.headers), body: request.body.isEmpty ? nil : request.body)
    Task {
      let response = try? await transport.send(message)
      answer.withLock { $0 = response }
      isDone.signal()
    }
    isDone.wait()
    return answer.withLock { $0 }
  }

  /// The fields that concern more than one connection (RFC 9110 §7.6.1); libcurl inflates.
  static func passedOn(_ headers: HTTPHeaders) -> HTTPHeaders {
    let own: Set = [
      "accept-encoding", "connection", "content-encoding", "content-length", "date", "host",
      "keep-alive", "transfer-encoding", "user-agent",
    ]
    return HTTPHeaders(headers.fields.filter { !own.contains($0.name.lowercased()) })
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
