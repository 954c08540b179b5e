import HTTPClient
import TestSupport
import Testing

@Suite("Secure connections", .timeLimit(.minutes(1)))
struct SecureConnectionTests {
  private func failure(
    _ url: String, _ environment: [String: String] = [:]
  ) async throws -> TransportError {
    let outcome = try await answer(to: url, environment)
    return try #require(throws: TransportError.self) { try outcome.get() }
  }

  @Test(
    "a bundle or a hashed folder that the environment names is trusted",
    arguments: [
      "OPENMETADATA_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE",
      "CURL_CA_BUNDLE",
    ])
  func trustsNamedAuthority(variable: String) async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let server = try authority.serve()
    defer { server.stop() }
    let path = variable == "SSL_CERT_DIR" ? try authority.hashedFolder() : authority.path("ca.pem")
    let response = try await answer(to: "https://127.0.0.1:\(server.port)/", [variable: path])
      .get()
    #expect(response.status == 200)
  }

  @Test("an unknown issuer is refused, and the variables that help are named")
  func refusesUnknownIssuer() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let server = try authority.serve()
    defer { server.stop() }
    let error = try await failure("https://127.0.0.1:\(server.port)/")
    #expect(error.kind == .insecure)
    #expect(error.message.contains("unable to get local issuer certificate"))
    #expect(error.hint?.contains("OPENMETADATA_CA_BUNDLE") == true)
    #expect(!error.mayHaveBeenSent)
  }

  @Test("an unknown issuer is accepted when verification is switched off by name")
  func acceptsUnverified() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let server = try authority.serve()
    defer { server.stop() }
    let response = try await answer(
      to: "https://127.0.0.1:\(server.port)/", ["OPENMETADATA_VERIFY_SSL": "false"]
    ).get()
    #expect(response.status == 200)
  }

  @Test("an expired certificate and one for another name say so")
  func refusesWrongCertificates() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    try authority.issue("expired.pem", days: -1)
    let trust = ["SSL_CERT_FILE": authority.path("ca.pem")]
    let expired = try authority.serve(certificate: "expired.pem")
    defer { expired.stop() }
    let first = try await failure("https://127.0.0.1:\(expired.port)/", trust)
    #expect(first.message.contains("certificate has expired"))
    #expect(first.hint?.contains("clock") == true)
    let named = try authority.serve()
    defer { named.stop() }
    let second = try await failure("https://localhost:\(named.port)/", trust)
    #expect(second.kind == .insecure)
    #expect(second.hint?.contains("host name") == true)
  }

  @Test("a server that speaks plain http on the port is recognised")
  func recognisesPlainServer() async throws {
    let raw = greetingServer("HTTP/1.1 400 Bad Request\r\n\r\n")
    defer { raw.stop() }
    let error = try await failure("https://127.0.0.1:\(raw.port)/")
    #expect(error.kind == .insecure)
    #expect(error.hint?.contains("plain http") == true)
  }

  @Test("certificates that are not there are named with their variable")
  func namesMissingCertificates() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let missing = try await failure("https://127.0.0.1:1/", ["SSL_CERT_FILE": "/nowhere/ca.pem"])
    #expect(missing.kind == .insecure)
    #expect(missing.message == "the certificates /nowhere/ca.pem cannot be read")
    #expect(missing.hint?.contains("SSL_CERT_FILE") == true)
    let unhashed = try await failure("https://127.0.0.1:1/", ["SSL_CERT_DIR": authority.folder])
    #expect(unhashed.hint?.contains("openssl rehash") == true)
  }

  @Test("a server that wants to know who we are is shown our certificate")
  func clientCertificate() async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let own = try authority.clientCertificate()
    let server = try authority.serve(verifyingClients: true)
    defer { server.stop() }
    let request = HTTPRequest(.get, "https://127.0.0.1:\(server.port)/")
    var configuration = TransportConfiguration()
    configuration.trust = .path(authority.path("ca.pem"), variable: "CA")
    await #expect(throws: TransportError.self) {
      try await CurlTransport(configuration: configuration).send(request)
    }
    configuration.clientCertificate = ClientCertificate(path: own, variable: "OWN")
    #expect(try await CurlTransport(configuration: configuration).send(request).status == 200)
    configuration.clientCertificate = ClientCertificate(path: "/nowhere.pem", variable: "OWN")
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(configuration: configuration).send(request)
    }
    #expect(error?.message == "the client certificate /nowhere.pem cannot be read")
    #expect(error?.hint?.contains("OWN") == true)
  }

  @Test("over TLS no more than four connections are opened")
  func boundsConnections() async throws {
    let server = ScriptedServer(answers: [[.answer(200)]])
    defer { server.stop() }
    let transport = CurlTransport()
    let url = "https://127.0.0.1:\(server.port)/"
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<12 { group.addTask { _ = try? await transport.send(HTTPRequest(.get, url)) } }
      while server.connectionCount < 4 { try? await Task.sleep(for: .milliseconds(5)) }
      try? await Task.sleep(for: .milliseconds(100))
      #expect(server.connectionCount == 4)
      group.cancelAll()
    }
  }
}
