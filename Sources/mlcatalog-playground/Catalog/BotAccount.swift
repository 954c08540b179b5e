import FullyQualifiedNames
import HTTPClient
import JSONDocuments

/// A bot with its account, on a server.
struct BotAccount {
  let name: String
  let role: String?
  let connection: CatalogConnection

  static let defaultRole = "IngestionBotRole"

  /// The bot's token; the bot and its account are made when they are missing.
  func token() async throws(PlaygroundFailure) -> Secret {
    let user = try await user()
    // An account that has no token yet answers without one.
    if let token = try await connection.get("/v1/users/token/\(user)")?["JWTToken"]?.string,
      !token.isEmpty
    {
      return Secret(token)
    }
    let answer = try await connection.send(
      .put, "/v1/users/generateToken/\(user)", body: ["JWTTokenExpiry": "Unlimited"])
    guard let token = answer["JWTToken"]?.string, !token.isEmpty else {
      throw PlaygroundFailure(.unavailable, "the server gives no token to the bot '\(name)'")
    }
    return Secret(token)
  }

  /// The identifier of the account.
  private func user() async throws(PlaygroundFailure) -> String {
    let segment = PercentEncoding.segment(name)
    if let bot = try await connection.get("/v1/bots/name/\(segment)") {
      guard let id = bot["botUser"]?["id"]?.string else {
        throw PlaygroundFailure(.unavailable, "the bot '\(name)' has no account")
      }
      try await checkRole(of: id)
      return id
    }
    let id = try await makeUser()
    let bot: JSON = ["name": .string(name), "botUser": .string(name.lowercased())]
    _ = try await connection.send(.put, "/v1/bots", body: bot)
    return id
  }

  private func makeUser() async throws(PlaygroundFailure) -> String {
    let mechanism: JSON = ["authType": "JWT", "config": ["JWTTokenExpiry": "Unlimited"]]
    let user: JSON = [
      "name": .string(name), "email": .string("\(name)@open-metadata.org".lowercased()),
      "isBot": true, "roles": [.string(try await roleIdentifier(role ?? Self.defaultRole))],
      "authenticationMechanism": mechanism,
    ]
    let answer = try await connection.send(.put, "/v1/users", body: user)
    guard let id = answer["id"]?.string else {
      throw PlaygroundFailure(.unavailable, "the server gives no identifier to a new account")
    }
    return id
  }

  /// Whether an existing bot has the role asked for; it is not changed behind somebody's back.
  private func checkRole(of user: String) async throws(PlaygroundFailure) {
    guard let role else { return }
    let wanted = try await roleIdentifier(role)
    let roles = try await connection.get("/v1/users/\(user)?fields=roles")?["roles"]?.array ?? []
    guard roles.contains(where: { $0["id"]?.string == wanted }) else {
      throw PlaygroundFailure(
        .refused, "the bot '\(name)' exists and does not have the role '\(role)'",
        remedy: "leave '--role' out, or choose another name")
    }
  }

  private func roleIdentifier(_ role: String) async throws(PlaygroundFailure) -> String {
    let found = try await connection.get("/v1/roles/name/\(PercentEncoding.segment(role))")
    guard let id = found?["id"]?.string else {
      throw PlaygroundFailure(
        .refused, "the server has no role '\(role)'",
        remedy: "'\(Self.defaultRole)' may do everything that publishing needs")
    }
    return id
  }
}
