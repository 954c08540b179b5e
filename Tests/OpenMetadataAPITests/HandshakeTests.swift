import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities
import TestSupport
import Testing

@Suite("Meeting a server", .timeLimit(.minutes(1)))
struct HandshakeTests {
  private func connect(_ text: String, _ server: ScriptedServer) async throws -> OpenMetadataClient
  {
    try await OpenMetadataClient.connecting(
      to: try ServerURL(parsing: text), token: Secret("t0ken-of-ours"), transport: CurlTransport())
  }

  @Test(
    "the version decides what the client can do, and the token stays at home",
    arguments: [
      ("1.5.10", false), ("1.8.0-SNAPSHOT", false), ("1.12.0-rc1", true), ("2.0.7.0", true),
      ("3.1", true),
    ])
  func readsVersion(version: String, hasDomainList: Bool) async throws {
    let server = ScriptedServer(answers: [[.json(200, "{\"version\":\"\(version)\"}")]])
    defer { server.stop() }
    let client = try await connect(server.url + "/api/", server)
    #expect(client.capabilities.version.text == version)
    #expect(client.capabilities.hasDomainList == hasDomainList)
    #expect(client.server.description == server.url)
    #expect(server.requests.map(\.target) == ["/api/v1/system/version"])
    #expect(server.requests.first?.headers["authorization"] == nil)
  }

  @Test("a server under a path is found with and without /api", arguments: ["/om", "/om/api"])
  func findsPath(path: String) async throws {
    let server = ScriptedServer(answers: [[.json(200, "{\"version\":\"1.5.10\"}")]])
    defer { server.stop() }
    _ = try await connect(server.url + path, server)
    #expect(server.requests.map(\.target) == ["/om/api/v1/system/version"])
  }

  @Test(
    "an answer without a version is not taken for OpenMetadata",
    arguments: [
      "{}", "{\"version\":1}", "{\"version\":\"latest\"}", "[]", "7",
    ])
  func refusesOthers(body: String) async throws {
    let server = ScriptedServer(answers: [[.json(200, body)]])
    defer { server.stop() }
    await #expect(throws: OpenMetadataError.invalidAnswer("it names no version of OpenMetadata")) {
      try await connect(server.url, server)
    }
  }
}
