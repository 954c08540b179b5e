import Dispatch
import Testing

@testable import EmbeddedCatalog

@Suite("Answers that take their time", .timeLimit(.minutes(1)))
struct LateAnswerTests {
  private let gate = DispatchSemaphore(value: 0)
  /// Counts the late requests that are being worked on.
  private let begun = DispatchSemaphore(value: 0)

  /// A server that answers `/late` once the gate opens, and anything else at once.
  private func start(drainTimeout: Int = 5) throws -> HTTPServer {
    var configuration = HTTPServerConfiguration()
    configuration.lateAnswers = 1
    configuration.drainTimeout = drainTimeout
    let (gate, begun) = (gate, begun)
    let server = HTTPServer(configuration) { request in
      if request.path != ["late"] { return .now(ServerResponse(status: 200)) }
      return .later {
        begun.signal()
        gate.wait()
        return ServerResponse(status: 200, body: Array("late".utf8))
      }
    }
    try server.start()
    return server
  }

  private func ask(_ target: String, _ server: HTTPServer) throws -> RawClient {
    let client = try RawClient(port: server.port)
    client.send("GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    return client
  }

  @Test("they hold up nobody who asks for something quick, and all of them arrive")
  func quick() throws {
    let server = try start()
    defer { server.stop() }
    // More than there are threads.
    let late = try (1...8).map { _ in try ask("/late", server) }
    for _ in 1...8 {
      #expect(try ask("/quick", server).readToEnd().hasPrefix("HTTP/1.1 200 "))
    }
    for _ in late { gate.signal() }
    for client in late { #expect(client.readToEnd().hasSuffix("late")) }
  }

  @Test("several on one connection come in the order in which they were asked for")
  func pipelined() throws {
    let server = try start()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\nGET /quick HTTP/1.1\r\nHost: a\r\n\r\n")
    client.send("GET /late HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    gate.signal()
    gate.signal()
    let replies = try #require(RawReply.all(in: client.readBytesToEnd()))
    #expect(replies.map { String(decoding: $0.body, as: UTF8.self) } == ["late", "", "late"])
  }

  @Test("stopping waits for them")
  func stop() throws {
    let server = try start()
    let client = try ask("/late", server)
    begun.wait()
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(300)) { [gate] in
      gate.signal()
    }
    server.stop()
    #expect(client.readToEnd().hasSuffix("late"))
  }

  @Test("stopping waits for none of them for ever")
  func abandon() throws {
    let server = try start(drainTimeout: 1)
    let client = try ask("/late", server)
    begun.wait()
    server.stop()
    let answer = client.readToEnd()
    #expect(answer == "" || answer.hasPrefix("HTTP/1.1 503 "))
    gate.signal()
  }
}
