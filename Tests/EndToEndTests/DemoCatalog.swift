import EmbeddedCatalog
import Foundation
import HTTPClient
import JSONDocuments
import Testing

/// An embedded catalog that holds the tables of the sample database, and tokens for it.
struct DemoCatalog {
  /// The token of the administrator, a person's: not a bot's.
  let adminToken: String
  /// The token of a bot of one's own with the role for ingestion.
  let botToken: String
  private let server: CatalogServer

  /// Starts a catalog in memory; the official client creates its tables unless told not to.
  static func start(createsTables: Bool = true) async throws -> DemoCatalog {
    let server = try CatalogServer(CatalogConfiguration())
    try server.start()
    let admin = try await login(server.baseURL)
    if createsTables {
      _ = try await OfficialClient(host: server.baseURL, token: admin).run("create_tables.py")
    }
    let bot = try await makeBot(server.baseURL, adminToken: admin)
    return DemoCatalog(adminToken: admin, botToken: bot, server: server)
  }

  /// Stops the server.
  func stop() { server.stop() }

  /// The official client with a token.
  func client(token: String) -> OfficialClient {
    OfficialClient(host: server.baseURL, token: token)
  }

  /// Publishes a manifest of the package's root folder with the bot's token.
  func publish(_ manifest: String) async throws {
    let run = try await ProgramRun.of(
      ProgramRun.product("mlcatalog"), ["publish", manifest],
      environment: ["OPENMETADATA_HOST": server.baseURL, "OPENMETADATA_JWT_TOKEN": botToken])
    try #require(run.status == 0, "\(run.output)\(run.errors)")
  }

  private static func login(_ host: String) async throws -> String {
    let answer = try await send(
      .post, "\(host)/api/v1/users/login",
      [
        "email": "admin@open-metadata.org",
        "password": .string(Data("admin".utf8).base64EncodedString()),
      ])
    return try #require(answer["accessToken"]?.string)
  }

  /// The way of the README, step by step.
  private static func makeBot(_ host: String, adminToken: String) async throws -> String {
    let api = "\(host)/api/v1"
    let role = try await send(.get, "\(api)/roles/name/IngestionBotRole", token: adminToken)
    let user = try await send(
      .put, "\(api)/users",
      [
        "name": "mlmodel-publisher", "email": "mlmodel-publisher@example.com", "isBot": true,
        "roles": [try #require(role["id"])],
        "authenticationMechanism": ["authType": "JWT", "config": ["JWTTokenExpiry": "90"]],
      ], token: adminToken)
    _ = try await send(
      .put, "\(api)/bots", ["name": "mlmodel-publisher", "botUser": "mlmodel-publisher"],
      token: adminToken)
    let identifier = try #require(user["id"]?.string)
    let token = try await send(.get, "\(api)/users/token/\(identifier)", token: adminToken)
    return try #require(token["JWTToken"]?.string)
  }

  private static func send(
    _ method: HTTPMethod, _ url: String, _ body: JSON? = nil, token: String? = nil
  ) async throws -> JSON {
    var headers: HTTPHeaders = ["Content-Type": "application/json"]
    headers["Authorization"] = token.map { "Bearer \($0)" }
    let answer = try await CurlTransport().send(
      HTTPRequest(method, url, headers: headers, body: body?.encoded()))
    let text = String(decoding: answer.body, as: UTF8.self)
    try #require((200...299).contains(answer.status), "\(method) \(url): \(answer.status) \(text)")
    return try JSON(parsing: answer.body)
  }
}
