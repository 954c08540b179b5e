import HTTPClient
import TestSupport
import Testing

@Suite("What a broken server does to a request", .timeLimit(.minutes(1)))
struct BrokenAnswerTests {
  private let transport: CurlTransport

  init() {
    var configuration = TransportConfiguration()
    configuration.maximumResponseSize = 100_000
    transport = CurlTransport(configuration: configuration)
  }

  private func failure(
    _ steps: [ScriptedStep], method: HTTPMethod = .get, timeout: Duration = .seconds(20)
  ) async throws -> TransportError {
    let server = ScriptedServer(answers: [steps])
    defer { server.stop() }
    var configuration = TransportConfiguration()
    configuration.maximumResponseSize = 100_000
    configuration.requestTimeout = timeout
    let transport = CurlTransport(configuration: configuration)
    let request = HTTPRequest(method, server.url + "/", body: method.isWrite ? [1] : nil)
    return try await #require(throws: TransportError.self) { try await transport.send(request) }
  }

  @Test("an answer that ends early is a lost connection, not a short answer")
  func truncated() async throws {
    let error = try await failure(
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"), .close])
    #expect(error.kind == .connectionLost)
    #expect(error.message.contains("in the middle of the answer"))
  }

  @Test("a chunked answer without its last chunk is a lost connection")
  func truncatedChunks() async throws {
    let error = try await failure(
      [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"), .close])
    #expect(error.kind == .connectionLost)
  }

  @Test("a reset and a silent close are lost connections", arguments: [0, 1])
  func lost(variant: Int) async throws {
    let error = try await failure([variant == 0 ? .reset : .close])
    #expect(error.kind == .connectionLost)
    #expect(error.mayHaveBeenSent)
  }

  /// Without the timeout there would be an answer, and no error.
  @Test("no answer in time is a timeout", arguments: [HTTPMethod.get, .put])
  func silent(method: HTTPMethod) async throws {
    let error = try await failure(
      [.pause(.seconds(20)), .answer(200)], method: method, timeout: .seconds(1))
    #expect(error.kind == .timedOut)
    #expect(error.message.contains("no whole answer"))
    #expect(error.message.hasSuffix("within 1 s"))
    #expect(error.hint == "OPENMETADATA_CLIENT_TIMEOUT allows a request more than 1 s")
    #expect(error.mayHaveBeenSent)
  }

  @Test("a byte now and then does not stretch the timeout")
  func dripping() async throws {
    let drip = (0..<200).flatMap { _ in [ScriptedStep.send("x"), .pause(.milliseconds(50))] }
    let error = try await failure(
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n")] + drip, timeout: .seconds(1))
    #expect(error.kind == .timedOut)
  }

  @Test("the time left to the run bounds a request")
  func deadline() async throws {
    let server = ScriptedServer(answers: [[.pause(.seconds(20)), .answer(200)]])
    defer { server.stop() }
    let transport = CurlTransport()
    let soon = HTTPRequest(
      .get, server.url + "/", deadline: .now.advanced(by: .milliseconds(500)))
    let error = try await #require(throws: TransportError.self) { try await transport.send(soon) }
    #expect(error.kind == .timedOut)
    #expect(error.hint?.contains("--timeout") == true)
    let late = HTTPRequest(.get, server.url + "/", deadline: .now.advanced(by: .seconds(-1)))
    let refused = try await #require(throws: TransportError.self) { try await transport.send(late) }
    #expect(refused.kind == .timedOut)
    #expect(refused.hint?.contains("--timeout") == true)
    #expect(!refused.mayHaveBeenSent)
    #expect(server.requests.count == 1)
  }

  @Test("an answer over the limit is refused")
  func oversized() async throws {
    let error = try await failure([.answer(200, body: [UInt8](repeating: 65, count: 100_001))])
    #expect(error.kind == .tooLarge)
    #expect(error.message.contains("larger than 100000 bytes"))
  }

  @Test("the limit counts inflated bytes")
  func bomb() async throws {
    let packed = try gzipped([UInt8](repeating: 0, count: 100_001))
    let error = try await failure([
      .answer(200, headers: [("Content-Encoding", "gzip")], body: packed)
    ])
    #expect(packed.count < 1000)
    #expect(error.kind == .tooLarge)
  }

  @Test("endless header fields are refused")
  func headerFlood() async throws {
    let line = "X-Filler: " + String(repeating: "a", count: 50_000) + "\r\n"
    let flood = String(repeating: line, count: 8)
    let error = try await failure([.send("HTTP/1.1 200 OK\r\n" + flood + "\r\n")])
    #expect(error.kind == .tooLarge)
  }

  @Test("broken compression and other protocols are named")
  func notHTTP() async throws {
    let broken = try await failure([
      .answer(200, headers: [("Content-Encoding", "gzip")], body: Array("no gzip".utf8))
    ])
    #expect(broken.kind == .notHTTP)
    let other = try await failure([.send("SSH-2.0-OpenSSH_9.2\r\n"), .close])
    #expect(other.kind == .notHTTP)
  }

  @Test("a port where nobody listens refuses, and nothing was sent")
  func refused() async throws {
    let error = try await #require(throws: TransportError.self) {
      try await transport.send(HTTPRequest(.put, "http://127.0.0.1:1/", body: [1]))
    }
    #expect(error.kind == .refused)
    #expect(error.message == "no connection to 127.0.0.1:1: connection refused")
    #expect(!error.mayHaveBeenSent)
  }

  @Test("a host without an address is named")
  func unresolvable() async throws {
    var configuration = TransportConfiguration()
    configuration.connectTimeout = .seconds(5)
    let error = try await #require(throws: TransportError.self) {
      try await CurlTransport(configuration: configuration).send(
        HTTPRequest(.get, "http://catalog.invalid/"))
    }
    #expect(error.kind == .unresolvableHost)
    #expect(error.message == "no address is known for catalog.invalid")
  }

  @Test(
    "a write whose kept connection breaks is sent once, not repeated",
    arguments: [HTTPMethod.put, .patch, .post, .delete], [true, false])
  func sendsWritesOnce(method: HTTPMethod, hasBody: Bool) async throws {
    let server = ScriptedServer { request in
      request.method == "GET" ? [.answer(200)] : [.close]
    }
    defer { server.stop() }
    _ = try await transport.send(HTTPRequest(.get, server.url + "/"))
    let error = try await #require(throws: TransportError.self) {
      try await transport.send(
        HTTPRequest(method, server.url + "/", body: hasBody ? Array("{}".utf8) : nil))
    }
    #expect(error.kind == .connectionLost)
    #expect(error.mayHaveBeenSent)
    #expect(server.requests.filter { $0.method == method.rawValue }.count == 1)
  }

  @Test(
    "a URL that is not a plain http one is refused before anything is sent",
    arguments: [
      "ftp://127.0.0.1/", "file:///etc/passwd", "http://user:hunter22@127.0.0.1/",
      "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y", "http://127.0.0.1\\@evil/", "catalog",
      "",
    ])
  func invalidURL(url: String) async throws {
    let error = try await #require(throws: TransportError.self) {
      try await transport.send(HTTPRequest(.get, url))
    }
    #expect(error.kind == .invalidURL)
    #expect(!error.description.contains("hunter22"))
  }

  @Test("a header field cannot smuggle in another one")
  func invalidHeader() async throws {
    for headers in [["X-A": "1\r\nX-B: 2"], ["X A": "1"], ["": "1"]] as [HTTPHeaders] {
      let error = try await #require(throws: TransportError.self) {
        try await transport.send(HTTPRequest(.get, "http://127.0.0.1:1/", headers: headers))
      }
      #expect(error.kind == .invalidHeader)
    }
  }
}
