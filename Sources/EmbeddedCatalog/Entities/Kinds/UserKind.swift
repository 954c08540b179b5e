import JSONDocuments

/// `user`: a person or a bot's account; names are kept in lower case.
struct UserKind: EntityKind {
  let type = "user"
  let collection = "users"
  let filters = [ListFilter.flag("isBot"), ListFilter.flag("isAdmin")]

  let fields: [EntityField] =
    EntityField.base + [
      EntityField("email", .email, request: .same, required: true, update: .value(.minor)),
      EntityField("timezone", .text, request: .same, update: .keptWhenAbsent(.minor)),
      .flag("isBot"), .flag("isAdmin"),
      EntityField(
        "profile", .object([], others: .kept), request: .same, view: .onDemand(empty: nil),
        update: .keptWhenAbsent(.minor)),
      EntityField(
        "teams", .entityReferences, request: .shaped(.list(.text)), content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      EntityField(
        "roles", .entityReferences, request: .shaped(.list(.text)), content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      .memberDomains,
      EntityField(
        "externalId", .text, request: .same, update: .keptWhenAbsent(.minor), lines: .since(1, 9)),
      EntityField(
        "scimUserName", .text, request: .same, update: .keptWhenAbsent(.minor),
        lines: .since(1, 9)),
      EntityField(
        "personas", .entityReferences, request: .same, content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      EntityField(
        "defaultPersona", .entityReference, request: .same, content: .reference,
        view: .onDemand(empty: nil), update: .keptWhenAbsent(.minor)),
      .referring("owns", by: "owners"), .referring("follows", by: "followers"),
      EntityField(
        "inheritedRoles", .entityReferences,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try TeamRoles.inherited(from: row.document["teams"], presenter)
        }, view: .onDemand(empty: [])),
      .unfilled("inheritedPersonas", .since(1, 13)),
      EntityField("isEmailVerified", .boolean, standard: false),
      EntityField(
        "allowImpersonation", .boolean, update: .keptWhenAbsent(.minor), standard: false,
        lines: .since(1, 13)),
      .unfilled("lastLoginTime", .since(1, 9)), .unfilled("lastActivityTime", .since(1, 9)),
      .unfilled("personaPreferences", .since(1, 9)),
      .requested("botName", .text), .requested("password", .text),
      .requested("confirmPassword", .text),
      .requested("createPasswordType", .words("ADMIN_CREATE", "USER_CREATE")),
      .requested("authenticationMechanism", Self.authenticationMechanism),
    ]

  private static let authenticationMechanism = Shape.object([
    Shape.Member("authType", .words("JWT", "BASIC", "SSO")),
    Shape.Member(
      "config",
      .object(
        [
          Shape.Member("JWTTokenExpiry", TokenExpiry.shape), Shape.Member("JWTToken", .text),
          Shape.Member("JWTTokenExpiresAt", .integer),
        ], others: .dropped)),
  ])

  /// Requests to this kind's accounts that no other kind has.
  var routes: [Route] { UserRoutes.routes(self) }

  func storedName(_ name: String) -> String { name.lowercased() }

  let administeredMembers: Set<String> = [
    "isAdmin", "isBot", "roles", "password", "authenticationMechanism",
  ]

  /// Only administrators make bots and administrators, and give roles.
  func authorize(_ request: JSONObject, in context: CatalogContext) throws(CatalogFault) {
    let roles = request["roles"]?.array ?? []
    guard request["isBot"] == true || request["isAdmin"] == true || !roles.isEmpty else { return }
    try Authorizer(context).demandAdministrator()
  }

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    document["email"] = document["email"]?.string.map { .string($0.lowercased()) }
    try ReferenceList.resolve("teams", "team", by: .id, &document, request, in: context)
    try ReferenceList.resolve("roles", "role", by: .id, &document, request, in: context)
  }

  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    if !isNew, request["password"] != nil { try Authorizer(context).demandAdministrator() }
    try Credentials(context).take(from: request, for: row)
  }
}
