import Glibc
import Testing

@testable import EmbeddedCatalog

@Suite("Slow and many connections", .timeLimit(.minutes(1)))
struct SlowConnectionTests {
  private func start(
    _ configuration: HTTPServerConfiguration,
    handler: @escaping HTTPServer.Handler = { _ in .now(ServerResponse(status: 200)) }
  ) throws -> HTTPServer {
    let server = HTTPServer(configuration, handler: handler)
    try server.start()
    return server
  }

  @Test(
    "a request that trickles in is cut off at its deadline",
    arguments: [
      "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ",
      "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n",
    ])
  func trickle(beginning: String) throws {
    var configuration = HTTPServerConfiguration()
    configuration.requestDeadline = 1
    let server = try start(configuration)
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send(beginning)
    let begin = ContinuousClock.now
    while client.trySend("x"), begin.duration(to: .now) < .seconds(10) { usleep(50_000) }
    #expect(begin.duration(to: .now) < .seconds(4))
  }

  @Test("a connection that never asks anything is closed")
  func silence() throws {
    var configuration = HTTPServerConfiguration()
    configuration.idleTimeout = 1
    let server = try start(configuration)
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    let begin = ContinuousClock.now
    #expect(client.readToEnd() == "")
    #expect(begin.duration(to: .now) < .seconds(4))
  }

  @Test("a handler may take longer than a request may take to arrive")
  func slowHandler() throws {
    var configuration = HTTPServerConfiguration()
    configuration.requestDeadline = 1
    let server = try start(configuration) { _ in
      sleep(2)
      return .now(ServerResponse(status: 200))
    }
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(client.readToEnd().hasPrefix("HTTP/1.1 200 "))
  }

  @Test("stopping waits for the request under way, which gets its answer")
  func drain() throws {
    let server = try start(HTTPServerConfiguration()) { _ in
      usleep(500_000)
      return .now(ServerResponse(status: 200))
    }
    let client = try RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    usleep(200_000)
    server.stop()
    #expect(client.readToEnd().hasPrefix("HTTP/1.1 200 "))
  }

  @Test("one address has only so many connections")
  func connectionsOfPeer() throws {
    var configuration = HTTPServerConfiguration()
    configuration.maximumConnectionsOfPeer = 2
    let server = try start(configuration)
    defer { server.stop() }
    let first = try RawClient(port: server.port)
    let second = try RawClient(port: server.port)
    let request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    usleep(200_000)
    let third = try RawClient(port: server.port)
    third.send(request)
    #expect(third.readToEnd() == "")
    first.send(request)
    #expect(first.readToEnd().hasPrefix("HTTP/1.1 200 "))
    second.send(request)
    #expect(second.readToEnd().hasPrefix("HTTP/1.1 200 "))
  }
}
