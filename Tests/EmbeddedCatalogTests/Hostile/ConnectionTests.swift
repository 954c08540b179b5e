import Testing

@testable import EmbeddedCatalog

@Suite("Connections used in odd ways", .timeLimit(.minutes(1)))
struct ConnectionTests {
  private let get = "GET /api/v1/system/version HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test("HTTP/1.0 is answered, and the connection closed")
  func oldProtocol() throws {
    let listening = try ListeningCatalog()
    let client = try RawClient(port: listening.server.port)
    client.send("GET /api/v1/system/version HTTP/1.0\r\n\r\n")
    let replies = try #require(RawReply.all(in: client.readBytesToEnd()))
    #expect(replies.map(\.status) == [200])
  }

  @Test("pipelined requests are answered in their order, a refused one among them")
  func pipelining() throws {
    let listening = try ListeningCatalog()
    let client = try RawClient(port: listening.server.port)
    let nowhere = "GET /api/v1/nowhere HTTP/1.1\r\nHost: a\r\n\r\n"
    let last = "GET /api/v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    client.send(String(repeating: get + nowhere, count: 50) + last)
    let replies = try #require(RawReply.all(in: client.readBytesToEnd()))
    #expect(replies.map(\.status) == Array(repeating: [200, 404], count: 50).joined() + [401])
    #expect(replies.allSatisfy { $0.status == 200 || $0.isError })
  }

  @Test("what follows a request whose end is in doubt is not taken for another request")
  func smuggling() throws {
    let listening = try ListeningCatalog()
    for framing in [
      "Content-Length: 4\r\nTransfer-Encoding: chunked", "Content-Length: 5\r\nContent-Length: 0",
      "Transfer-Encoding: identity, chunked", "Content-Length : 0",
    ] {
      let client = try RawClient(port: listening.server.port)
      client.send("PUT /api/v1/tables HTTP/1.1\r\nHost: a\r\n\(framing)\r\n\r\n0\r\n\r\n" + get)
      let text = client.readToEnd()
      #expect(!text.contains("HTTP/1.1 200 "), "\(framing)")
      #expect(text.ranges(of: "HTTP/1.1 ").count == 1, "\(framing)")
    }
  }

  @Test("who has said everything and will say no more is still answered")
  func halfClosed() throws {
    let listening = try ListeningCatalog()
    let clients = try (0..<20).map { _ in try RawClient(port: listening.server.port) }
    for client in clients {
      client.send(get)
      client.finishSending()
    }
    for client in clients {
      #expect(RawReply.all(in: client.readBytesToEnd())?.first?.status == 200)
    }
  }

  @Test("who stops in the middle of a request leaves nothing behind")
  func cutOff() throws {
    let listening = try ListeningCatalog()
    let request = Array(
      "PUT /api/v1/tables HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{\"a\":1".utf8)
    let clients = try request.indices.map { _ in try RawClient(port: listening.server.port) }
    for (end, client) in clients.enumerated() {
      client.trySend(Array(request[..<end]))
      client.finishSending()
    }
    let begin = ContinuousClock.now
    for client in clients { #expect(client.readToEnd() == "") }
    #expect(begin.duration(to: .now) < .seconds(4))
    #expect(try listening.isServing())
  }

  @Test("a thousand idle connections do not keep another client waiting")
  func idle() throws {
    let listening = try ListeningCatalog()
    var clients: [RawClient] = []
    for _ in 0..<1_000 { clients.append(try RawClient(port: listening.server.port)) }
    let begin = ContinuousClock.now
    for _ in 0..<20 { #expect(try listening.isServing()) }
    #expect(begin.duration(to: .now) < .seconds(5))
    #expect(clients.count == 1_000)
  }

  @Test("one address that opens all the connections it may leaves room for others")
  func greedyPeer() throws {
    var configuration = HTTPServerConfiguration()
    configuration.maximumConnectionsOfPeer = 50
    let listening = try ListeningCatalog(configuration)
    var clients: [RawClient] = []
    for _ in 0..<80 {
      clients.append(try RawClient(port: listening.server.port, from: "127.0.0.2"))
    }
    #expect(try listening.isServing())
    #expect(clients.count == 80)
  }

  @Test("it listens on IPv6, and says so in its address")
  func ipv6() throws {
    let server = try CatalogServer(CatalogConfiguration(host: "::1"))
    do { try server.start() } catch {
      // A machine without IPv6 is told so rather than listened to elsewhere.
      #expect("\(error)".hasPrefix("cannot listen on port 0 of ::1: "))
      return
    }
    defer { server.stop() }
    #expect(server.baseURL.hasPrefix("http://[::1]:"))
    let port = try #require(server.baseURL.split(separator: ":").last.flatMap { UInt16($0) })
    let client = try RawClient(port: port, host: "::1")
    client.send("GET /api/v1/system/version HTTP/1.0\r\n\r\n")
    #expect(RawReply.all(in: client.readBytesToEnd())?.first?.status == 200)
  }
}
