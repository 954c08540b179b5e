import HTTPClient
import Synchronization

/// Carries requests, and lets something happen right before the first one of a method.
final class InterposedTransport: HTTPTransport {
  private let method: HTTPMethod
  private let happening: @Sendable () async -> Void
  private let wasSeen = Mutex(false)
  private let transport = CurlTransport()

  init(beforeFirst method: HTTPMethod, _ happening: @escaping @Sendable () async -> Void) {
    self.method = method
    self.happening = happening
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let isFirst =
      request.method == method
      && wasSeen.withLock { wasSeen in
        defer { wasSeen = true }
        return !wasSeen
      }
    if isFirst { await happening() }
    return try await transport.send(request)
  }
}
