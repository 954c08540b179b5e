import HTTPClient
import TestSupport
import Testing

@Suite("Cancelling a request", .timeLimit(.minutes(1)))
struct CancellationTests {
  @Test("a request under way ends at once, and its place is free again")
  func cancelsUnderWay() async throws {
    let server = ScriptedServer { request in
      request.target == "/slow" ? [.pause(.seconds(20)), .answer(200)] : [.answer(200)]
    }
    defer { server.stop() }
    var configuration = TransportConfiguration()
    configuration.plainConnections = 1
    let transport = CurlTransport(configuration: configuration)
    let url = server.url
    let task = Task { try await transport.send(HTTPRequest(.put, url + "/slow", body: [1])) }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    let start = ContinuousClock.now
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
    #expect(error?.mayHaveBeenSent == true)
    let next = try await transport.send(HTTPRequest(.get, url + "/next"))
    #expect(next.status == 200)
    #expect(start.duration(to: .now) < .seconds(10))
  }

  @Test("a request that still waits for a connection is never sent")
  func cancelsWaiting() async throws {
    let server = ScriptedServer(answers: [[.pause(.seconds(20)), .answer(200)]])
    defer { server.stop() }
    var configuration = TransportConfiguration()
    configuration.plainConnections = 1
    let transport = CurlTransport(configuration: configuration)
    let url = server.url
    let first = Task { try await transport.send(HTTPRequest(.get, url + "/first")) }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    let second = Task { try await transport.send(HTTPRequest(.get, url + "/second")) }
    try await Task.sleep(for: .milliseconds(20))
    second.cancel()
    let error = await #expect(throws: TransportError.self) { try await second.value }
    #expect(error?.mayHaveBeenSent == false)
    first.cancel()
    await #expect(throws: TransportError.self) { try await first.value }
    #expect(server.requests.map(\.target) == ["/first"])
  }

  @Test("a task that is cancelled already sends nothing")
  func cancelledBefore() async throws {
    let server = ScriptedServer(answers: [[.answer(200)]])
    defer { server.stop() }
    let url = server.url
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await CurlTransport().send(HTTPRequest(.get, url + "/"))
    }
    await #expect(throws: TransportError.self) { try await task.value }
    #expect(server.connectionCount == 0)
  }

  @Test("a thousand requests cancelled at random moments all come to an end")
  func survivesManyCancellations() async throws {
    let server = ScriptedServer(answers: [[.pause(.milliseconds(1)), .answer(200)]])
    defer { server.stop() }
    let transport = CurlTransport()
    let url = server.url
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<1000 {
        group.addTask {
          let task = Task { try await transport.send(HTTPRequest(.get, url + "/\(number)")) }
          if number.isMultiple(of: 2) {
            try? await Task.sleep(for: .microseconds(number * 17 % 3000))
            task.cancel()
          }
          return (try? await task.value) != nil
        }
      }
      return await group.reduce(into: 0) { count, isAnswered in count += isAnswered ? 1 : 0 }
    }
    #expect(outcomes >= 500)
  }
}
