import JSONDocuments

/// Finds the principal behind a bearer token.
struct Authenticator {
  let session: StoreSession
  let access: AccessServices
  let line: ServerLine
  /// Seconds since 1970.
  let now: Int64

  private static let users = UserKind()

  /// - Throws: 401 without a token that is good now, 404 for a user who does not exist.
  func principal(of request: ServerRequest) throws(CatalogFault) -> Principal {
    let token = try Self.token(request.headers["authorization"])
    let claims = try Self.claims(of: token, access: access, now: now)
    let name = Self.userName(claims)
    guard
      let user = try session.entity(
        "user", named: Self.users.lookupName(name, line: line)), !user.isDeleted
    else {
      throw .notFound("user", name)
    }
    try checkCurrent(token, claims, user)
    return Principal(user)
  }

  /// Whether a request has a token that was signed here and has not expired.
  ///
  /// That its user still stands by it, the data has to say.
  ///
  /// - Parameter now: Seconds since 1970.
  static func hasGoodToken(_ request: ServerRequest, access: AccessServices, now: Int64) -> Bool {
    guard let token = try? token(request.headers["authorization"]) else { return false }
    return (try? access.tokens.verify(token, now: now)) != nil
  }

  private static func claims(
    of token: String, access: AccessServices, now: Int64
  ) throws(CatalogFault) -> JSON {
    do { return try access.tokens.verify(token, now: now) } catch {
      switch error {
      case .malformed: throw .unauthorized("Not Authorized! Unable to decode the token.")
      case .expired: throw .unauthorized("Expired token!")
      case .wrongSignature, .wrongIssuer:
        throw .unauthorized("Not Authorized! Token verification failed. Public key mismatch.")
      }
    }
  }

  private static func token(_ header: String?) throws(CatalogFault) -> String {
    guard let header, header.prefix(7).lowercased() == "bearer " else {
      throw .unauthorized("Not Authorized! Token not present")
    }
    let token = header.dropFirst(7).drop { $0 == " " }
    if token.isEmpty { throw .unauthorized("Not Authorized! Token not present") }
    return String(token)
  }

  /// The first claim that names somebody; the part before the at sign.
  private static func userName(_ claims: JSON) -> String {
    for claim in ["email", "preferred_username", "sub"] {
      if let text = claims[claim]?.string, !text.isEmpty {
        return String(text.prefix { $0 != "@" }).lowercased()
      }
    }
    return ""
  }

  /// A bot has one token at a time; a personal token must not have been revoked.
  private func checkCurrent(_ token: String, _ claims: JSON, _ user: EntityRow)
    throws(CatalogFault)
  {
    if let id = claims[TokenType.user]?.string, id != user.id {
      throw .unauthorized("Not Authorized! The token was made for a user who is gone.")
    }
    if claims["tokenType"]?.string == TokenType.refresh {
      throw .unauthorized("Not Authorized! A refresh token opens nothing.")
    }
    if claims["tokenType"]?.string == "PERSONAL_ACCESS" {
      for secret in try session.secrets(of: user.id) where secret.name.hasPrefix("personal-token:")
      {
        if try JSON(stored: secret.value)["jwtToken"]?.string == token { return }
      }
      throw .unauthorized("Not Authorized! The given token has been revoked!")
    }
    guard user.document["isBot"] == true else { return }
    let kept = try session.secret("bot-token", of: user.id)
    if let kept, try JSON(stored: kept)["JWTToken"]?.string == token { return }
    throw .unauthorized(
      "Not Authorized! The given token does not match the current bot's token!")
  }
}
