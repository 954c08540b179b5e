import Testing

@testable import EmbeddedCatalog

/// A catalog on a socket that is sent bytes rather than requests.
final class ListeningCatalog: Sendable {
  let catalog: CatalogUnderTest
  let server: HTTPServer

  init(
    version: String = "1.5.10", _ configuration: HTTPServerConfiguration = HTTPServerConfiguration()
  ) throws {
    let catalog = try CatalogUnderTest(version: version)
    self.catalog = catalog
    server = HTTPServer(configuration) { catalog.handler.reply(to: $0, at: "http://catalog.test") }
    try server.start()
  }

  deinit { server.stop() }

  /// Sends bytes on a connection of their own; nil when the answer is none.
  func exchange(_ bytes: [UInt8]) throws -> [RawReply]? {
    let client = try RawClient(port: server.port)
    client.trySend(bytes)
    return RawReply.all(in: client.readBytesToEnd())
  }

  /// Sends a GET; as the administrator unless a token, or none, is given.
  func get(_ target: String, authorization: String? = nil) throws -> RawReply {
    let value = authorization ?? "Bearer \(catalog.adminToken)"
    let head =
      "GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: \(value)\r\n\r\n"
    return try #require(try exchange(Array(head.utf8))?.first, "no answer to \(target)")
  }

  /// Whether it still serves others.
  func isServing() throws -> Bool {
    try get("/api/v1/users?limit=1").status == 200
  }
}
