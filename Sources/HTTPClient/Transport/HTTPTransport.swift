/// Something that exchanges a request for an answer.
public protocol HTTPTransport: Sendable {
  /// Sends a request; an answer of any status is a success.
  ///
  /// - Throws: ``TransportError`` when there is no whole answer.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
