/// Repeats requests that failed for the moment, counts them and reports them.
///
/// Repeated are GETs after a failure of the network, and any request that was answered with 408,
/// 429, 502, 503, 504, or with 500 and a message about a database deadlock. A write whose answer
/// was lost is never repeated here: its ``TransportError`` says whether it may have arrived, and
/// the caller reads before it decides.
public struct RetryingTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let policy: RetryPolicy
  private let deadline: ContinuousClock.Instant?
  private let tally: RequestTally
  private let observer: (any RequestObserver)?
  private let clock: any RetryClock

  /// Wraps a transport.
  ///
  /// - Parameters:
  ///   - transport: What sends a request once.
  ///   - policy: How often and after which pauses a request is repeated.
  ///   - deadline: The end of the run: no pause reaches beyond it and no request outlives it.
  ///   - tally: Counts every request.
  ///   - observer: Is told of every request.
  ///   - clock: The time.
  public init(
    wrapping transport: any HTTPTransport, policy: RetryPolicy = RetryPolicy(),
    deadline: ContinuousClock.Instant? = nil, tally: RequestTally = RequestTally(),
    observer: (any RequestObserver)? = nil, clock: any RetryClock = SystemRetryClock()
  ) {
    self.transport = transport
    self.policy = policy
    self.deadline = deadline
    self.tally = tally
    self.observer = observer
    self.clock = clock
  }

  /// Sends a request until it succeeds, fails for good, or the attempts or the time are used up.
  ///
  /// The last answer is returned whatever its status.
  ///
  /// - Throws: ``TransportError``, that of the last attempt.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    var request = request
    request.deadline = [request.deadline, deadline].compactMap { $0 }.min()
    var attempt = 1
    while true {
      let outcome = await exchange(request, attempt)
      guard let pause = pause(after: outcome, request, attempt) else { return try outcome.get() }
      observer?.observe(pause: pause, before: attempt + 1, of: ObservedRequest(request))
      do {
        try await clock.sleep(for: pause)
      } catch {
        throw .cancelled
      }
      attempt += 1
    }
  }

  private func exchange(
    _ request: HTTPRequest, _ attempt: Int
  ) async -> Result<HTTPResponse, TransportError> {
    tally.count(request.method, isRetry: attempt > 1)
    let start = clock.now
    let outcome: Result<HTTPResponse, TransportError>
    do throws(TransportError) {
      outcome = .success(try await transport.send(request))
    } catch {
      outcome = .failure(error)
    }
    observer?.observe(
      ObservedExchange(
        ObservedRequest(request), attempt: attempt, duration: start.duration(to: clock.now),
        outcome: outcome))
    return outcome
  }

  /// How long to wait before another attempt; nil when there is to be none.
  private func pause(
    after outcome: Result<HTTPResponse, TransportError>, _ request: HTTPRequest, _ attempt: Int
  ) -> Duration? {
    guard attempt < policy.attempts else { return nil }
    var pause = policy.pause(after: attempt)
    switch outcome {
    case .failure(let error):
      guard RetryRule.isRepeatable(error, request) else { return nil }
    case .success(let response):
      guard RetryRule.isTransient(response) else { return nil }
      let wish = RetryAfter.pause(response.headers, secondsSince1970: clock.secondsSince1970)
      pause = max(pause, wish ?? .zero)
    }
    let isTooLong = pause > policy.longestPause
    let isTooLate = request.deadline.map { clock.now.advanced(by: pause) >= $0 } ?? false
    return isTooLong || isTooLate ? nil : pause
  }
}
