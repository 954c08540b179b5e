import HTTPClient
import TestSupport
import Testing

@Suite("Requests through a proxy", .timeLimit(.minutes(1)))
struct ProxyTests {
  @Test("plain http goes to the proxy with the absolute URL and the proxy's own credentials")
  func plain() async throws {
    let proxy = ScriptedServer(answers: [[.answer(200)]])
    defer { proxy.stop() }
    let address = proxy.url.replacing("http://", with: "http://user:hunter22@")
    let response = try await answer(to: "http://catalog.example/api", ["http_proxy": address])
      .get()
    #expect(response.status == 200)
    let request = try #require(proxy.requests.first)
    #expect(request.target == "http://catalog.example/api")
    #expect(request.headers["proxy-authorization"] == "Basic dXNlcjpodW50ZXIyMg==")
  }

  @Test("https asks the proxy for a tunnel", arguments: ["https_proxy", "HTTPS_PROXY"])
  func tunnel(variable: String) async throws {
    let proxy = ScriptedServer(answers: [[.answer(403), .close]])
    defer { proxy.stop() }
    let address = proxy.url.replacing("http://", with: "http://user:hunter22@")
    let outcome = try await answer(to: "https://catalog.example/api", [variable: address])
    let error = try #require(throws: TransportError.self) { try outcome.get() }
    #expect(proxy.requests.first?.method == "CONNECT")
    #expect(proxy.requests.first?.target == "catalog.example:443")
    #expect(proxy.requests.first?.headers["authorization"] == nil)
    #expect(error.kind == .proxyRefused)
    #expect(error.message.contains("403"))
    #expect(!error.description.contains("hunter22"))
  }

  @Test("the fields of the tunnel's answer are not those of the server's")
  func tunnelHeaders() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let server = try authority.serve()
    defer { server.stop() }
    let proxy = tunnelProxy(to: UInt16(server.port))
    defer { proxy.stop() }
    let environment = [
      "https_proxy": "http://127.0.0.1:\(proxy.port)", "OPENMETADATA_VERIFY_SSL": "false",
    ]
    let response = try await answer(to: "https://catalog.example/", environment).get()
    #expect(response.status == 200)
    #expect(response.headers["x-tunnel"] == nil)
    #expect(response.headers["content-type"] == "text/html")
  }

  @Test("NO_PROXY and this machine itself are reached directly")
  func exceptions() async throws {
    let proxy = ScriptedServer(answers: [[.answer(502)]])
    defer { proxy.stop() }
    let server = ScriptedServer(answers: [[.answer(200)]])
    defer { server.stop() }
    let direct = try await answer(to: server.url + "/", ["http_proxy": proxy.url]).get()
    #expect(direct.status == 200)
    let excepted = try await answer(
      to: "http://catalog.invalid/", ["http_proxy": proxy.url, "NO_PROXY": ".invalid"])
    let error = try #require(throws: TransportError.self) { try excepted.get() }
    #expect(error.kind == .unresolvableHost)
    #expect(proxy.connectionCount == 0)
  }

  @Test(
    "an address of the machine's own link is reached directly, where a cloud answers",
    arguments: [("169.254.169.254", true), ("169.254.169.254.example", false), ("10.0.0.1", false)])
  func linkLocal(host: String, isLinkLocal: Bool) throws {
    #expect(try ServerURL(parsing: "http://\(host)/metadata").isLinkLocal == isLinkLocal)
  }

  @Test("a proxy without an address is named")
  func unresolvableProxy() async throws {
    let outcome = try await answer(
      to: "http://catalog.example/", ["http_proxy": "http://proxy.invalid:1"])
    let error = try #require(throws: TransportError.self) { try outcome.get() }
    #expect(error.message.contains("proxy"))
    #expect(error.kind == .unresolvableHost)
  }
}
