/// A request to be sent.
public struct HTTPRequest: Sendable, Hashable {
  /// The method.
  public var method: HTTPMethod
  /// The absolute URL, percent-encoded, `http` or `https`.
  public var url: String
  /// The header fields; `Content-Length` and `Host` are computed.
  public var headers: HTTPHeaders
  /// The content; nil and empty both send none.
  public var body: [UInt8]?
  /// The moment after which nobody waits for the answer any more.
  public var deadline: ContinuousClock.Instant?
  /// Whether sending it twice does what sending it once does, so that it is repeated after a failure
  /// of the network; true for GET alone unless set.
  public var mayBeRepeated: Bool

  /// Makes a request.
  public init(
    _ method: HTTPMethod, _ url: String, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
    deadline: ContinuousClock.Instant? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.deadline = deadline
    mayBeRepeated = !method.isWrite
  }
}
