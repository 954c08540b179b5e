import Foundation
import HTTPClient
import TestSupport
import Testing

@Suite("Requests over real sockets", .timeLimit(.minutes(1)))
struct CurlTransportTests {
  private let transport = CurlTransport()

  @Test("a request arrives as it was given, and its answer comes back whole")
  func exchangesBytes() async throws {
    let server = ScriptedServer(answers: [
      [.answer(201, headers: [("X-Kind", "one"), ("x-kind", "two")], body: Array("done".utf8))]
    ])
    defer { server.stop() }
    let response = try await transport.send(
      HTTPRequest(
        .patch, server.url + "/api/v1/a%2Fb?x=%22", headers: ["Content-Type": "text/plain"],
        body: Array("hello".utf8)))
    #expect(response.status == 201)
    #expect(response.headers["X-KIND"] == "one")
    #expect(response.headers.fields.map(\.value) == ["4", "one", "two"])
    #expect(String(decoding: response.body, as: UTF8.self) == "done")
    let request = try #require(server.requests.first)
    #expect(request.method == "PATCH")
    #expect(request.target == "/api/v1/a%2Fb?x=%22")
    #expect(request.headers["content-type"] == "text/plain")
    #expect(request.headers["user-agent"] == "mlcatalog")
    #expect(request.headers["expect"] == nil)
    #expect(request.body == Array("hello".utf8))
  }

  @Test(
    "every method sends its own name and its content",
    arguments: [
      HTTPMethod.get, .put, .post, .patch, .delete,
    ])
  func sendsMethods(method: HTTPMethod) async throws {
    let server = ScriptedServer(answers: [[.answer(200)]])
    defer { server.stop() }
    let body = method.isWrite ? [UInt8](repeating: 7, count: 200_000) : nil
    _ = try await transport.send(HTTPRequest(method, server.url + "/", body: body))
    #expect(server.requests.map(\.method) == [method.rawValue])
    #expect(server.requests.first?.body == body ?? [])
  }

  @Test("requests after each other share one connection")
  func keepsConnections() async throws {
    let server = ScriptedServer(answers: [[.json(200, "{}")]])
    defer { server.stop() }
    for _ in 0..<5 { _ = try await transport.send(HTTPRequest(.get, server.url + "/")) }
    _ = try await transport.send(HTTPRequest(.put, server.url + "/", body: [1]))
    #expect(server.requests.count == 6)
    #expect(server.connectionCount == 1)
  }

  @Test("the connections of one burst serve the next one")
  func keepsConnectionsBetweenBursts() async throws {
    let server = ScriptedServer(answers: [[.pause(.milliseconds(30)), .json(200, "{}")]])
    defer { server.stop() }
    let url = server.url
    for _ in 0..<3 {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask { _ = try await transport.send(HTTPRequest(.get, url + "/")) }
        }
        try await group.waitForAll()
      }
      _ = try await transport.send(HTTPRequest(.get, url + "/"))
    }
    #expect(server.requests.count == 27)
    #expect(server.connectionCount <= 8)
  }

  @Test("never more requests are under way than connections are allowed", arguments: [1, 3, 8])
  func boundsConcurrency(limit: Int) async throws {
    let server = ScriptedServer(answers: [[.pause(.milliseconds(30)), .json(200, "{}")]])
    defer { server.stop() }
    var configuration = TransportConfiguration()
    configuration.plainConnections = limit
    let transport = CurlTransport(configuration: configuration)
    let url = server.url
    try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<24 {
        group.addTask { try await transport.send(HTTPRequest(.get, "\(url)/\(number)")).status }
      }
      for try await status in group { #expect(status == 200) }
    }
    #expect(server.requests.count == 24)
    #expect(server.mostUnderWay <= limit)
    #expect(server.mostUnderWay > limit / 2)
    #expect(server.connectionCount <= limit)
  }

  @Test("waiting for a free connection does not count towards a request's timeout")
  func countsTimeFromTheStart() async throws {
    let server = ScriptedServer(answers: [[.pause(.milliseconds(400)), .answer(200)]])
    defer { server.stop() }
    var configuration = TransportConfiguration()
    configuration.plainConnections = 1
    configuration.requestTimeout = .milliseconds(1600)
    let transport = CurlTransport(configuration: configuration)
    let url = server.url
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<5 {
        group.addTask { _ = try await transport.send(HTTPRequest(.get, url + "/")) }
      }
      try await group.waitForAll()
    }
    #expect(server.requests.count == 5)
  }

  @Test("a redirect is an answer and is not followed")
  func doesNotFollowRedirects() async throws {
    let other = ScriptedServer(answers: [[.answer(200)]])
    defer { other.stop() }
    let server = ScriptedServer(answers: [[.answer(302, headers: [("Location", other.url)])]])
    defer { server.stop() }
    let response = try await transport.send(
      HTTPRequest(.get, server.url + "/", headers: ["Authorization": "Bearer t"]))
    #expect(response.status == 302)
    #expect(response.headers["location"] == other.url)
    #expect(other.connectionCount == 0)
  }

  @Test("a compressed answer is inflated")
  func inflates() async throws {
    let packed = try gzipped(Array("{\"a\":1}".utf8))
    let server = ScriptedServer(answers: [
      [.answer(200, headers: [("Content-Encoding", "gzip")], body: packed)]
    ])
    defer { server.stop() }
    let response = try await transport.send(HTTPRequest(.get, server.url + "/"))
    #expect(String(decoding: response.body, as: UTF8.self) == "{\"a\":1}")
    let accepted = server.requests.first?.headers["accept-encoding"] ?? ""
    #expect(accepted.contains("gzip"))
  }

  @Test("the answer before the real one, such as 103 or 100, leaves no header field behind")
  func forgetsInterimAnswers() async throws {
    let server = ScriptedServer(answers: [
      [.send("HTTP/1.1 103 Early Hints\r\nLink: early\r\n\r\n"), .answer(200)]
    ])
    defer { server.stop() }
    let response = try await transport.send(HTTPRequest(.get, server.url + "/"))
    #expect(response.status == 200)
    #expect(response.headers["link"] == nil)
  }

  @Test("the extra headers go with every request but never replace one of its own")
  func addsExtraHeaders() async throws {
    let server = ScriptedServer(answers: [[.answer(200)]])
    defer { server.stop() }
    let configuration = try TransportConfiguration(environment: [
      "OPENMETADATA_EXTRA_HEADERS": "X-Gate: open\nAuthorization: Basic gate"
    ])
    let transport = CurlTransport(configuration: configuration)
    _ = try await transport.send(
      HTTPRequest(.get, server.url + "/", headers: ["authorization": "Bearer own"]))
    let headers = try #require(server.requests.first?.headers)
    #expect(headers["x-gate"] == "open")
    #expect(headers.fields.filter { $0.name.lowercased() == "authorization" }.count == 1)
    #expect(headers["authorization"] == "Bearer own")
  }
}
