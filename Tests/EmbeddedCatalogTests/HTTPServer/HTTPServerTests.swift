import Testing

@testable import EmbeddedCatalog

@Suite("The HTTP server", .timeLimit(.minutes(1)))
struct HTTPServerTests {
  /// Starts a server that repeats what it understood, and sends it one request.
  private func exchange(
    _ request: String, configuration: HTTPServerConfiguration = HTTPServerConfiguration()
  ) throws -> String {
    let server = HTTPServer(configuration) { request in
      let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
      let text =
        "\(request.method) \(request.path) [\(query)] \(request.headers["x-a"] ?? "-") "
        + String(decoding: request.body, as: UTF8.self)
      return .now(
        ServerResponse(
          status: 200, headers: [("Content-Type", "text/plain")], body: Array(text.utf8)))
    }
    try server.start()
    defer { server.stop() }
    let client = try RawClient(port: server.port)
    client.send(request)
    return client.readToEnd()
  }

  private func get(_ target: String) -> String {
    "GET \(target) HTTP/1.1\r\nHost: a\r\nX-A: 1\r\nConnection: close\r\n\r\n"
  }

  @Test("the target is decoded once: an encoded slash stays in its segment")
  func decodesOnce() throws {
    let answer = try exchange(get("/api/v1/tables/name/a%2Fb%2520c?fields=x%26y&limit=1+2"))
    #expect(
      answer.hasSuffix(#"GET ["api", "v1", "tables", "name", "a/b%20c"] [fields=x&y,limit=1 2] 1 "#)
    )
  }

  @Test(
    "a target that cannot be decoded is refused in JSON",
    arguments: ["/a%", "/a%zz", "/a%00", "/%FF", "/a%+1", "/x?y=%C3"])
  func refusesBadTargets(target: String) throws {
    let answer = try exchange(get(target))
    #expect(answer.hasPrefix("HTTP/1.1 400 "))
    #expect(answer.contains(#"{"code":400,"message":"#))
  }

  @Test("a body arrives whole")
  func takesBody() throws {
    let body = String(repeating: "x", count: 200_000)
    let answer = try exchange(
      "PUT /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 200000\r\n\r\n" + body)
    #expect(answer.hasSuffix(body))
  }

  @Test("a body over the limit is refused before it is sent to who waits for that")
  func refusesLargeBodyEarly() throws {
    var configuration = HTTPServerConfiguration()
    configuration.maximumBody = 100
    let answer = try exchange(
      "PUT /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
        + "Content-Length: 101\r\n\r\n",
      configuration: configuration)
    #expect(answer.hasPrefix("HTTP/1.1 413 "))
    #expect(answer.contains(#""code":413"#))
  }

  @Test("a chunked body over the limit is refused")
  func refusesLargeChunkedBody() throws {
    var configuration = HTTPServerConfiguration()
    configuration.maximumBody = 100
    let chunk = String(repeating: "y", count: 101)
    let answer = try exchange(
      "PUT /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "65\r\n\(chunk)\r\n0\r\n\r\n", configuration: configuration)
    #expect(answer.hasPrefix("HTTP/1.1 413 "))
  }

  @Test("a target over the limit is refused")
  func refusesLongTarget() throws {
    var configuration = HTTPServerConfiguration()
    configuration.maximumTarget = 50
    let answer = try exchange(
      get("/" + String(repeating: "a", count: 60)), configuration: configuration)
    #expect(answer.hasPrefix("HTTP/1.1 414 "))
  }

  @Test("a taken port is an error that names it")
  func reportsTakenPort() throws {
    let first = HTTPServer(HTTPServerConfiguration()) { _ in .now(ServerResponse(status: 200)) }
    try first.start()
    defer { first.stop() }
    var configuration = HTTPServerConfiguration()
    configuration.port = first.port
    let second = HTTPServer(configuration) { _ in .now(ServerResponse(status: 200)) }
    let error = #expect(throws: HTTPServerError.self) { try second.start() }
    guard case .cannotListen(_, first.port, _)? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test("a host that is no address is an error")
  func reportsInvalidHost() {
    var configuration = HTTPServerConfiguration()
    configuration.host = "no-address"
    let server = HTTPServer(configuration) { _ in .now(ServerResponse(status: 200)) }
    #expect(throws: HTTPServerError.invalidHost("no-address")) { try server.start() }
  }

  @Test("HEAD gets the headers of GET and no content")
  func head() throws {
    let answer = try exchange("HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.contains("Content-Length: "))
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test(
    "requests that two programs could read differently are refused",
    arguments: [
      "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
      "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
    ])
  func refusesAmbiguousRequests(request: String) throws {
    #expect(!(try exchange(request)).contains("HTTP/1.1 200 "))
  }
}
