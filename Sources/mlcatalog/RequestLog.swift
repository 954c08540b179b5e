import HTTPClient

/// Writes a line for every request (`-vv`); headers and bodies are not shown.
struct RequestLog: RequestObserver {
  let redactor: Redactor

  func observe(_ exchange: ObservedExchange) {
    let outcome: String
    switch exchange.outcome {
    case .success(let answer): outcome = "\(answer.status), \(answer.size) bytes"
    case .failure(let error): outcome = error.message
    }
    write(
      "\(exchange.request.method.rawValue) \(exchange.request.url): \(outcome), "
        + "\(exchange.duration.milliseconds) ms"
        + (exchange.attempt > 1 ? ", attempt \(exchange.attempt)" : ""))
  }

  func observe(pause: Duration, before attempt: Int, of request: ObservedRequest) {
    write("waiting \(pause.milliseconds) ms before attempt \(attempt)")
  }

  private func write(_ line: String) {
    StandardStream.error.write(redactor.redact(line) + "\n")
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
