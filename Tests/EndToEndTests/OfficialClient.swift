import EmbeddedCatalog
import Foundation
import JSONDocuments
import TestSupport
import Testing

/// OpenMetadata's own Python client, run by the scripts in `Tests/OfficialClients`.
struct OfficialClient {
  /// The client's line, which must be the server's.
  let line: OfficialClientLine
  /// The server's base URL, without `/api`.
  let host: String
  /// The token it sends.
  let token: String

  /// A client of a line for a catalog, as its administrator unless a token is given.
  init(_ line: OfficialClientLine, _ catalog: RunningCatalog, token: String? = nil) {
    self.line = line
    host = catalog.baseURL
    self.token = token ?? catalog.adminToken
  }

  /// Runs a script and gives back the JSON document that it prints.
  ///
  /// Records an issue and throws when the script fails: the client refused an answer, or
  /// complained in its log.
  func run(
    _ script: String, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSON {
    let environment = try #require(line.environment)
    let path = ProgramRun.packageFolder.appending(path: "Tests/OfficialClients/\(script)").path
    let run = try await ProgramRun.of(
      URL(filePath: environment.python), ["-B", "-W", "ignore", path] + arguments,
      environment: [
        "OPENMETADATA_HOST": host, "OPENMETADATA_JWT_TOKEN": token, "NO_PROXY": "127.0.0.1",
      ])
    try #require(run.status == 0, "\(script): \(run.errors)", sourceLocation: sourceLocation)
    return try JSON(parsing: run.output)
  }
}
