/// What the handler makes of a request.
enum Reply: Sendable {
  /// The answer.
  case now(ServerResponse)
  /// What finds the answer but takes its time, to be called away from the server's own threads.
  case later(@Sendable () -> ServerResponse)

  /// The answer, however long it takes.
  func response() -> ServerResponse {
    switch self {
    case .now(let response): response
    case .later(let work): work()
    }
  }
}
