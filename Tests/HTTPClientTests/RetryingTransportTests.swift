import HTTPClient
import Synchronization
import TestSupport
import Testing

@Suite("Repeating requests", .timeLimit(.minutes(1)))
struct RetryingTransportTests {
  private static let url = "http://127.0.0.1:1/"
  private let clock = ManualClock()
  private let tally = RequestTally()

  private func policy(jitter: Double = 1) -> RetryPolicy {
    var policy = RetryPolicy()
    policy.firstPause = .seconds(1)
    policy.jitter = { jitter }
    return policy
  }

  private func retrying(
    _ transport: ScriptedTransport, jitter: Double = 1, limit: Duration? = nil
  ) -> RetryingTransport {
    RetryingTransport(
      wrapping: transport, policy: policy(jitter: jitter),
      deadline: limit.map { clock.now.advanced(by: $0) }, tally: tally, clock: clock)
  }

  @Test(
    "whatever the method, an answer that says 'not now' is followed by another attempt",
    arguments: [HTTPMethod.get, .put, .patch, .delete, .post], [408, 429, 502, 503, 504])
  func retriesTransientAnswers(method: HTTPMethod, status: Int) async throws {
    let transport = ScriptedTransport(statuses: [status, status, 200])
    let response = try await retrying(transport).send(HTTPRequest(method, Self.url))
    #expect(response.status == 200)
    #expect(transport.requests.count == 3)
    #expect(clock.sleeps == [.seconds(1), .seconds(2)])
    let writes = method.isWrite ? 3 : 0
    #expect(tally.counts.total == 3)
    #expect(tally.counts.writes == writes)
    #expect(tally.counts.retries == 2)
  }

  @Test("any other status is the answer", arguments: [200, 301, 400, 401, 403, 404, 409, 412, 501])
  func returnsOtherAnswers(status: Int) async throws {
    let transport = ScriptedTransport(statuses: [status, 200])
    let response = try await retrying(transport).send(HTTPRequest(.get, Self.url))
    #expect(response.status == status)
    #expect(tally.counts.total == 1)
    #expect(tally.counts.retries == 0)
  }

  @Test(
    "an internal error is repeated only when the database was locked",
    arguments: [
      ("Deadlock found when trying to get lock", 2), ("ERROR: deadlock detected", 2),
      ("Lock wait timeout exceeded", 2), ("NullPointerException", 1), ("", 1),
    ])
  func retriesDeadlocks(message: String, attempts: Int) async throws {
    let transport = ScriptedTransport([
      .success(HTTPResponse(status: 500, body: Array(message.utf8))),
      .success(HTTPResponse(status: 200)),
    ])
    _ = try await retrying(transport).send(HTTPRequest(.put, Self.url))
    #expect(transport.requests.count == attempts)
  }

  @Test("after five attempts the last answer is returned")
  func givesUp() async throws {
    let transport = ScriptedTransport(statuses: [503])
    let response = try await retrying(transport).send(HTTPRequest(.get, Self.url))
    #expect(response.status == 503)
    #expect(transport.requests.count == 5)
    #expect(clock.sleeps == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
  }

  @Test("jitter takes at most half of a pause away")
  func jitters() async throws {
    let transport = ScriptedTransport(statuses: [503, 503, 200])
    _ = try await retrying(transport, jitter: 0).send(HTTPRequest(.get, Self.url))
    #expect(clock.sleeps == [.milliseconds(500), .seconds(1)])
  }

  @Test(
    "Retry-After is honoured in seconds and as a date, and never shortens a pause",
    arguments: [
      ("7", Duration.seconds(7)), ("0", .seconds(1)),
      ("Sun, 06 Nov 1994 08:49:50 GMT", .seconds(13)),
      ("Sat, 05 Nov 1994 08:49:37 GMT", .seconds(1)), ("Tue, 08 Nov 1994 08:49:37 GMT", nil),
      ("soon", .seconds(1)), ("-5", .seconds(1)), ("86400", nil),
      ("99999999999999999999999999", nil),
    ])
  func honoursRetryAfter(value: String, pause: Duration?) async throws {
    let transport = ScriptedTransport([
      .success(HTTPResponse(status: 429, headers: ["retry-after": value])),
      .success(HTTPResponse(status: 200)),
    ])
    let response = try await retrying(transport).send(HTTPRequest(.put, Self.url))
    #expect(clock.sleeps == (pause.map { [$0] } ?? []))
    #expect(response.status == (pause == nil ? 429 : 200))
  }

  @Test(
    "Azure's fields in milliseconds go before Retry-After",
    arguments: ["retry-after-ms", "x-ms-retry-after-ms"])
  func honoursMilliseconds(name: String) async throws {
    let transport = ScriptedTransport([
      .success(HTTPResponse(status: 429, headers: [name: "2500", "Retry-After": "60"])),
      .success(HTTPResponse(status: 429, headers: [name: "soon", "Retry-After": "7"])),
      .success(HTTPResponse(status: 200)),
    ])
    _ = try await retrying(transport).send(HTTPRequest(.get, Self.url))
    #expect(clock.sleeps == [.milliseconds(2500), .seconds(7)])
  }

  @Test("no pause reaches beyond the end of the run, and every request knows that end")
  func respectsDeadline() async throws {
    let transport = ScriptedTransport(statuses: [503])
    let end = clock.now.advanced(by: .seconds(5))
    let response = try await retrying(transport, limit: .seconds(5)).send(
      HTTPRequest(.get, Self.url))
    #expect(response.status == 503)
    #expect(clock.sleeps == [.seconds(1), .seconds(2)])
    #expect(transport.requests.map(\.deadline) == [end, end, end])
  }

  @Test(
    "a GET without an answer is repeated unless repeating cannot help",
    arguments: [
      (TransportError.Kind.refused, 5), (.connectionLost, 5), (.timedOut, 5),
      (.unresolvableHost, 5), (.proxyRefused, 5), (.notHTTP, 5), (.insecure, 1), (.tooLarge, 1),
      (.cancelled, 1), (.invalidURL, 1), (.invalidHeader, 1),
    ])
  func retriesReads(kind: TransportError.Kind, attempts: Int) async throws {
    let transport = ScriptedTransport([.failure(TransportError(kind, "broken"))])
    let error = await #expect(throws: TransportError.self) {
      try await retrying(transport).send(HTTPRequest(.get, Self.url))
    }
    #expect(error?.kind == kind)
    #expect(transport.requests.count == attempts)
  }

  @Test(
    "a write without an answer is never repeated here",
    arguments: [HTTPMethod.put, .patch, .post, .delete],
    [TransportError.Kind.connectionLost, .timedOut, .refused])
  func leavesWrites(method: HTTPMethod, kind: TransportError.Kind) async throws {
    let lost = TransportError(kind, "broken", mayHaveBeenSent: true)
    let transport = ScriptedTransport([.failure(lost), .success(HTTPResponse(status: 200))])
    let error = await #expect(throws: TransportError.self) {
      try await retrying(transport).send(HTTPRequest(method, Self.url))
    }
    #expect(error?.mayHaveBeenSent == true)
    #expect(transport.requests.count == 1)
  }

  @Test("cancelling ends a pause")
  func cancelsPauses() async throws {
    let server = ScriptedServer(answers: [[.answer(503, headers: [("Retry-After", "60")])]])
    defer { server.stop() }
    let transport = RetryingTransport(wrapping: CurlTransport())
    let url = server.url
    let task = Task { try await transport.send(HTTPRequest(.get, url + "/")) }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
  }

  @Test("over real sockets: reset, truncated, busy, then the answer")
  func recovers() async throws {
    let server = ScriptedServer(answers: [
      [.reset], [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"), .close],
      [.answer(503, headers: [("Retry-After", "0")])], [.json(200, "{}")],
    ])
    defer { server.stop() }
    let transport = RetryingTransport(
      wrapping: CurlTransport(), policy: policy(), tally: tally, clock: clock)
    let response = try await transport.send(HTTPRequest(.get, server.url + "/"))
    #expect(response.status == 200)
    #expect(tally.counts.retries == 3)
    #expect(server.requests.count == 4)
  }
}
