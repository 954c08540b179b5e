import FoundationEssentials
import JSONDocuments

/// Passwords and tokens of users, kept apart from what anybody can read.
struct Credentials {
  private static let password = "password"
  /// Another text with each password.
  private static let passwordMark = "password-mark"
  private static let usedRefreshPrefix = "used-refresh-token:"
  private static let botToken = "bot-token"
  private static let personalPrefix = "personal-token:"

  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// Keeps the password or makes the bot's token that a create request asks for.
  func take(from request: JSONObject, for user: EntityRow) throws(CatalogFault) {
    if let password = request["password"]?.string {
      if let again = request["confirmPassword"]?.string, again != password {
        throw .badRequest("Password and Confirm Password should match")
      }
      try setPassword(password, of: user)
    }
    let mechanism = request["authenticationMechanism"]
    guard user.document["isBot"] == true, mechanism?["authType"]?.string == "JWT",
      try botToken(of: user) == nil
    else { return }
    let expiry = mechanism?["config"]?["JWTTokenExpiry"]?.string
    _ = try makeBotToken(for: user, expiry.flatMap(TokenExpiry.init(rawValue:)) ?? .unlimited)
  }

  // MARK: Passwords

  func setPassword(_ password: String, of user: EntityRow) throws(CatalogFault) {
    let hash: PasswordHash
    do { hash = try PasswordHash(of: password) } catch {
      throw .internalError("cannot keep the password: \(error)")
    }
    try context.session.setSecret(Self.password, of: user.id, to: hash.text)
    // Sessions that began with the password before are not renewed.
    try context.session.setSecret(
      Self.passwordMark, of: user.id, to: UUID().uuidString.lowercased())
  }

  func isPassword(_ password: String, of user: EntityRow) throws(CatalogFault) -> Bool {
    guard let kept = try context.session.secret(Self.password, of: user.id) else { return false }
    return PasswordHash(stored: kept).matches(password)
  }

  // MARK: Tokens

  /// The mechanism of a bot's token: `JWTToken`, `JWTTokenExpiry`, `JWTTokenExpiresAt`.
  func botToken(of user: EntityRow) throws(CatalogFault) -> JSON? {
    guard let text = try context.session.secret(Self.botToken, of: user.id) else { return nil }
    return try JSON(stored: text)
  }

  /// A new token in place of the bot's old one, which is refused from now on.
  func makeBotToken(for user: EntityRow, _ expiry: TokenExpiry) throws(CatalogFault) -> JSON {
    let mechanism = try mechanism(for: user, "BOT", expiry)
    try context.session.setSecret(Self.botToken, of: user.id, to: mechanism.text())
    return mechanism
  }

  func revokeBotToken(of user: EntityRow) throws(CatalogFault) {
    try context.session.setSecret(Self.botToken, of: user.id, to: nil)
  }

  /// A token that acts for a person.
  func makePersonalToken(for user: EntityRow, named name: String, _ expiry: TokenExpiry)
    throws(CatalogFault) -> JSON
  {
    var token = try mechanism(for: user, "PERSONAL_ACCESS", expiry).object ?? JSONObject()
    let id = UUID().uuidString.lowercased()
    token["token"] = .string(id)
    token["userId"] = .string(user.id)
    token["tokenName"] = .string(name)
    token["tokenType"] = "PERSONAL_ACCESS_TOKEN"
    token["expiryDate"] = token["JWTTokenExpiresAt"]
    token["jwtToken"] = token["JWTToken"]
    for member in ["JWTToken", "JWTTokenExpiry", "JWTTokenExpiresAt"] { token[member] = nil }
    let document = JSON.object(token)
    try context.session.setSecret(Self.personalPrefix + id, of: user.id, to: document.text())
    return document
  }

  func personalTokens(of user: EntityRow) throws(CatalogFault) -> [JSON] {
    var tokens: [JSON] = []
    for secret in try context.session.secrets(of: user.id)
    where secret.name.hasPrefix(Self.personalPrefix) {
      tokens.append(try JSON(stored: secret.value))
    }
    return tokens
  }

  func removePersonalToken(_ id: String, of user: EntityRow) throws(CatalogFault) {
    try context.session.setSecret(Self.personalPrefix + id, of: user.id, to: nil)
  }

  /// The answer to a login: a token for a session of one hour and one to get others with.
  func makeSession(for user: EntityRow) throws(CatalogFault) -> JSON {
    let token = try mechanism(for: user, nil, .oneHour)
    let refresh = try mechanism(for: user, TokenType.refresh, .sevenDays)
    return [
      "accessToken": token["JWTToken"] ?? .null,
      "refreshToken": refresh["JWTToken"] ?? .null,
      "tokenType": "Bearer ",
      "expiryDuration": token["JWTTokenExpiresAt"] ?? .null,
    ]
  }

  /// Whether a refresh token may be used now; it may once, and under the password of its time.
  func useRefreshToken(_ claims: JSON, of user: EntityRow) throws(CatalogFault) -> Bool {
    guard let id = claims["jti"]?.string, let end = claims["exp"]?.integer,
      claims[TokenType.passwordMark]?.string == (try passwordMark(of: user)),
      try context.session.secret(Self.usedRefreshPrefix + id, of: user.id) == nil
    else { return false }
    for secret in try context.session.secrets(of: user.id)
    where secret.name.hasPrefix(Self.usedRefreshPrefix) {
      if Int64(secret.value) ?? 0 > context.now / 1000 { continue }
      try context.session.setSecret(secret.name, of: user.id, to: nil)
    }
    try context.session.setSecret(Self.usedRefreshPrefix + id, of: user.id, to: String(end))
    return true
  }

  private func passwordMark(of user: EntityRow) throws(CatalogFault) -> String? {
    try context.session.secret(Self.passwordMark, of: user.id)
  }

  private func mechanism(for user: EntityRow, _ type: String?, _ expiry: TokenExpiry)
    throws(CatalogFault) -> JSON
  {
    let now = context.now / 1000
    let end = expiry.seconds.map { now + $0 }
    var claims = JSONObject([
      .init(key: "iss", value: .string(SigningKey.issuer)),
      .init(key: "sub", value: .string(user.name)),
      .init(key: "roles", value: .array(try roleNames(of: user))),
      // Somebody else with the same name, later, is not who the token was made for.
      .init(key: TokenType.user, value: .string(user.id)),
      .init(key: "email", value: user.document["email"] ?? .null),
      .init(key: "isBot", value: user.document["isBot"] ?? false),
      .init(key: "iat", value: .number(JSONNumber(now))),
      // Two tokens made within one second differ.
      .init(key: "jti", value: .string(UUID().uuidString.lowercased())),
    ])
    if let type { claims["tokenType"] = .string(type) }
    if type == TokenType.refresh {
      claims[TokenType.passwordMark] = try passwordMark(of: user).map { .string($0) }
    }
    if let end { claims["exp"] = .number(JSONNumber(end)) }
    let token: String
    do { token = try context.access.key.token(claims: .object(claims)) } catch {
      throw .internalError("cannot sign a token: \(error)")
    }
    return [
      "JWTToken": .string(token), "JWTTokenExpiry": .string(expiry.rawValue),
      "JWTTokenExpiresAt": end.map { .number(JSONNumber($0 * 1000)) } ?? .null,
    ]
  }

  private func roleNames(of user: EntityRow) throws(CatalogFault) -> [JSON] {
    var names: [JSON] = user.document["isAdmin"] == true ? ["Admin"] : []
    for role in user.document["roles"]?.array ?? [] {
      if let id = role["id"]?.string, let row = try context.session.entity("role", id: id) {
        names.append(.string(row.name))
      }
    }
    return names
  }
}
