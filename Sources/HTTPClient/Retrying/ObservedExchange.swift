/// A request and what came of it, as a log may show it.
public struct ObservedExchange: Sendable, Hashable {
  /// An answer without its content.
  public struct Answer: Sendable, Hashable {
    /// The status code.
    public let status: Int
    /// The header fields, the values of all but harmless ones replaced by `<redacted>`.
    public let headers: HTTPHeaders
    /// The size of the content in bytes, inflated.
    public let size: Int
  }

  /// The request.
  public let request: ObservedRequest
  /// 1 for the first time that the request is sent.
  public let attempt: Int
  /// How long it took.
  public let duration: Duration
  /// The answer, or why there is none.
  public let outcome: Result<Answer, TransportError>

  init(
    _ request: ObservedRequest, attempt: Int, duration: Duration,
    outcome: Result<HTTPResponse, TransportError>
  ) {
    self.request = request
    self.attempt = attempt
    self.duration = duration
    self.outcome = outcome.map { response in
      Answer(
        status: response.status, headers: HeaderRedaction.redacted(response.headers),
        size: response.body.count)
    }
  }
}
