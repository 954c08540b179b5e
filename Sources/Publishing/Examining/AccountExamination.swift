import Diagnostics
import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities

/// The token, whom it belongs to, and what that user may do.
struct AccountExamination {
  /// What publishing does with things of a kind; of several operations one is enough.
  private static let needs: [(resource: String, operations: [[String]], purpose: String)] = [
    ("table", [["ViewAll", "ViewBasic"]], "to find the tables that features are made from"),
    ("mlmodelService", [["ViewAll", "ViewBasic"], ["Create"]], "to make the service of models"),
    (
      "mlmodel", [["ViewAll", "ViewBasic"], ["Create"], ["EditAll"]],
      "to make models and to change them"
    ),
    ("mlmodel", [["EditLineage"]], "to draw lineage to models"),
  ]

  let client: OpenMetadataClient
  let settings: ConnectionSettings
  /// The server's time in seconds since 1970.
  let now: Double

  /// Looks at all of it, until the server does not take the token.
  func check(_ examination: inout Examination) async {
    let claims = TokenClaims(settings.token)
    let holds = checkToken(claims, &examination)
    do throws(OpenMetadataError) {
      let principal = try await client.principal()
      checkAccount(principal, &examination)
      await checkPermissions(principal, &examination)
    } catch {
      guard holds else {
        return examination.skip([.account, .permissions], "the token does not hold")
      }
      let failure = await failure(error, claims)
      examination.fail(.account, failure.diagnostic, failure.status)
    }
  }

  // MARK: The token

  private func checkToken(_ claims: TokenClaims?, _ examination: inout Examination) -> Bool {
    let source = settings.tokenSource
    guard let claims else {
      examination.doubt(
        .token,
        Diagnostic(
          .tokenUnreadable, "the token of \(source) is no JSON web token",
          hint: "copy the bot's token as the catalog shows it: Settings, Bots"))
      return true
    }
    if let ends = claims.ends, ends < now {
      return fail("the token of \(source) ended \(Moment.text(Int64(ends)))", &examination)
    }
    if let begins = claims.begins, begins > now + 60 {
      return fail("the token of \(source) begins \(Moment.text(Int64(begins)))", &examination)
    }
    if claims.isPublic, !settings.server.isLoopback {
      examination.doubt(
        .token,
        Diagnostic(
          .tokenPublic,
          "the token of \(source) is signed with the key that OpenMetadata ships with",
          hint: "give the server a key pair of its own, and make a new token"))
      return true
    }
    let subject = claims.subject.map { " of `\($0)`" } ?? ""
    let issuer = claims.issuer.map { ", issued by \($0)" } ?? ""
    let end = claims.ends.map { "until \(Moment.text(Int64($0)))" } ?? "without an end"
    examination.pass(.token, "that\(subject)\(issuer), \(end)")
    return true
  }

  private func fail(_ message: String, _ examination: inout Examination) -> Bool {
    examination.fail(
      .token,
      Diagnostic(
        .tokenOutOfDate, "\(message); the server has \(Moment.text(Int64(now)))",
        hint: "make a new one for the bot: Settings, Bots"), .notPermitted)
    return false
  }

  /// Why the server does not take the token.
  private func failure(_ error: OpenMetadataError, _ claims: TokenClaims?) async -> Failure {
    if case .notAuthenticated(let message) = error, let key = claims?.keyIdentifier,
      let keys = try? await client.keyIdentifiers(), !keys.contains(key)
    {
      return Failure(
        Diagnostic(
          .tokenOfOtherServer,
          "the token of \(settings.tokenSource) was signed by another server than "
            + "\(settings.server): \(message)",
          hint: "copy the token of this server's bot, or correct \(settings.serverSource)"),
        .notPermitted)
    }
    return Failure(reading: error, with: settings)
  }

  // MARK: The user

  private func checkAccount(_ principal: Principal, _ examination: inout Examination) {
    guard principal.isShared else {
      return examination.pass(.account, "the bot `\(principal.name)`")
    }
    let what = principal.isBot ? "the bot that connectors use" : "a person's account"
    examination.doubt(
      .account,
      Diagnostic(
        .accountShared, "the token belongs to `\(principal.name)`, \(what)",
        hint: "make a bot of its own for publishing: docs/bot.md"))
  }

  private func checkPermissions(
    _ principal: Principal, _ examination: inout Examination
  ) async {
    var isComplete = true
    for need in Self.needs {
      do throws(OpenMetadataError) {
        let allowed = try await client.allowedOperations(on: need.resource)
        let missing = need.operations.filter { allowed.isDisjoint(with: $0 + ["All"]) }
          .compactMap(\.first)
        if missing.isEmpty { continue }
        isComplete = false
        examination.fail(
          .permissions,
          Diagnostic(
            .permissionMissing,
            "`\(principal.name)` may not \(missing.joined(separator: ", ")) on \(need.resource), "
              + need.purpose,
            hint: "give it a role whose policy allows that, such as Ingestion bot role"),
          .notPermitted)
      } catch {
        return examination.skip([.permissions], "the server does not tell: \(error)")
      }
    }
    if isComplete {
      examination.pass(.permissions, "everything that publishing needs is allowed")
    }
  }
}
