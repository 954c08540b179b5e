import FoundationEssentials
import JSONDocuments

/// Logging in, and the tokens of users and bots.
enum UserRoutes {
  static func routes(_ kind: UserKind) -> [Route] {
    sessions(kind) + botTokens + personalTokens
  }

  private static func sessions(_ kind: UserKind) -> [Route] {
    [
      Route("POST", "users/login", audience: .everyone, isReading: true) {
        (request, context) throws(CatalogFault) in
        try Login(context).answer(to: request.object())
      },
      Route("POST", "users/refresh", audience: .everyone) {
        (request, context) throws(CatalogFault) in
        try Login(context).renew(request.object())
      },
      Route("GET", "users/loggedInUser") { (request, context) throws(CatalogFault) in
        let row = try context.existing("user", id: context.principal.id)
        return try EntityReader(kind, context).answer(row, request)
      },
      Route("GET", "users/loggedInUser/groupTeams") { (_, context) throws(CatalogFault) in
        let user = try context.existing("user", id: context.principal.id)
        var teams: [JSON] = []
        for team in user.document["teams"]?.array ?? [] {
          guard let id = team["id"]?.string, let row = try context.session.entity("team", id: id),
            !row.isDeleted, row.document["teamType"] == "Group"
          else { continue }
          teams.append(try EntityPresenter(context).reference(to: row))
        }
        return .ok(.array(teams))
      },
    ]
  }

  private static let botTokens = [
    Route("GET", "users/token/{id}") { (request, context) throws(CatalogFault) in
      let user = try bot(request["id"], context)
      return .ok(try Credentials(context).botToken(of: user) ?? [:])
    },
    Route("GET", "users/auth-mechanism/{id}") { (request, context) throws(CatalogFault) in
      let user = try bot(request["id"], context)
      guard let token = try Credentials(context).botToken(of: user) else { return .ok([:]) }
      return .ok(["authType": "JWT", "config": token])
    },
    Route("PUT", "users/generateToken/{id}") { (request, context) throws(CatalogFault) in
      let user = try bot(request["id"], context)
      let expiry = try expiry(request)
      return .ok(try Credentials(context).makeBotToken(for: user, expiry))
    },
    Route("PUT", "users/revokeToken") { (request, context) throws(CatalogFault) in
      let user = try bot(request.object()["id"]?.string ?? "", context)
      try Credentials(context).revokeBotToken(of: user)
      return .ok(["JWTToken": "", "JWTTokenExpiry": "Unlimited"])
    },
  ]

  private static let personalTokens = [
    Route("GET", "users/security/token") { (_, context) throws(CatalogFault) in
      let user = try person(context)
      let tokens = try Credentials(context).personalTokens(of: user)
      return .ok([
        "data": .array(tokens), "paging": ["total": .number(JSONNumber(tokens.count))],
      ])
    },
    Route("PUT", "users/security/token") { (request, context) throws(CatalogFault) in
      let user = try person(context)
      guard let name = try request.object()["tokenName"]?.string else {
        throw .badRequest("[query param tokenName must not be null]")
      }
      let expiry = try expiry(request)
      return .ok(try Credentials(context).makePersonalToken(for: user, named: name, expiry))
    },
    Route("PUT", "users/security/token/revoke") { (request, context) throws(CatalogFault) in
      let credentials = Credentials(context)
      let user = try person(context)
      let named = try request.object()["tokenIds"]?.array?.compactMap(\.string) ?? []
      for token in try credentials.personalTokens(of: user) {
        guard let id = token["token"]?.string else { continue }
        if named.contains(id) || request.flag("removeAll") {
          try credentials.removePersonalToken(id, of: user)
        }
      }
      let left = try credentials.personalTokens(of: user)
      return .ok(["data": .array(left), "paging": ["total": .number(JSONNumber(left.count))]])
    },
  ]

  /// The account of a bot, for administrators.
  private static func bot(_ id: String, _ context: CatalogContext) throws(CatalogFault)
    -> EntityRow
  {
    try Authorizer(context).demandAdministrator()
    let user = try context.existing("user", id: id)
    guard user.document["isBot"] == true else {
      throw .badRequest("Generating JWT token is only supported for bot users")
    }
    return user
  }

  private static func person(_ context: CatalogContext) throws(CatalogFault) -> EntityRow {
    let user = try context.existing("user", id: context.principal.id)
    if user.document["isBot"] == true {
      throw .badRequest("Bots are not allowed to use personal access tokens")
    }
    return user
  }

  private static func expiry(_ request: CatalogRequest) throws(CatalogFault) -> TokenExpiry {
    guard let text = try request.object()["JWTTokenExpiry"] else { return .unlimited }
    guard let expiry = text.string.flatMap(TokenExpiry.init(rawValue:)) else {
      throw .badRequest("Cannot deserialize value at JWTTokenExpiry")
    }
    return expiry
  }
}
