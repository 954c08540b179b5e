import FoundationEssentials
import JSONDocuments

/// Signing in with an e-mail address and a password.
struct Login {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// The session that a request of the API asks for.
  ///
  /// - Throws: 400 for members that are missing and a password that is not in Base64, and what
  ///   ``session(email:password:)`` throws.
  func answer(to body: JSONObject) throws(CatalogFault) -> Answer {
    guard let email = body["email"]?.string, let encoded = body["password"]?.string else {
      throw .badRequest("[query param email must not be null, password must not be null]")
    }
    guard let data = Data(base64Encoded: encoded),
      let password = String(validating: data, as: UTF8.self)
    else { throw .badRequest("Password needs to be encoded in Base-64.") }
    return .ok(try session(email: email, password: password))
  }

  /// A new session, counted among the attempts when it is refused.
  ///
  /// - Throws: 401 for a wrong address or password, 400 after too many attempts.
  func session(email: String, password: String) throws(CatalogFault) -> JSON {
    let name = String(email.prefix { $0 != "@" }).lowercased()
    if context.access.attempts.isBlocked(name, at: context.now) {
      throw .badRequest("Failed Login Attempts Exceeded. Please try after some time.")
    }
    guard
      let user = try context.session.entity(
        "user", named: UserKind().lookupName(name, line: context.line)), !user.isDeleted,
      user.document["email"]?.string == email.lowercased(),
      try Credentials(context).isPassword(password, of: user)
    else {
      context.access.attempts.failed(name, at: context.now)
      throw .unauthorized("You have entered an invalid email or password")
    }
    context.access.attempts.succeeded(name)
    return try Credentials(context).makeSession(for: user)
  }

  /// Another session for a token that was given with the one before.
  ///
  /// - Throws: 401 for any other token, one that expired, was used or is older than the password,
  ///   and one of somebody who is gone.
  func renew(_ body: JSONObject) throws(CatalogFault) -> Answer {
    guard let token = body["refreshToken"]?.string,
      let claims = try? context.access.key.verify(token, now: context.now / 1000),
      claims["tokenType"]?.string == TokenType.refresh,
      let id = claims[TokenType.user]?.string,
      let user = try context.session.entity("user", id: id), !user.isDeleted,
      try Credentials(context).useRefreshToken(claims, of: user)
    else { throw .unauthorized("Invalid refresh token") }
    return .ok(try Credentials(context).makeSession(for: user))
  }
}
