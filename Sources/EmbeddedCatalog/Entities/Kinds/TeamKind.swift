import JSONDocuments

/// `team`: people who own things together.
struct TeamKind: EntityKind {
  let type = "team"
  let collection = "teams"

  let fields: [EntityField] =
    EntityField.base + [
      EntityField(
        "teamType", .words("Group", "Department", "Division", "BusinessUnit", "Organization"),
        request: .same, required: true, update: .value(.minor)),
      EntityField("email", .email, request: .same, update: .value(.minor)),
      EntityField(
        "profile", .object([], others: .kept), request: .same, view: .onDemand(empty: nil),
        update: .keptWhenAbsent(.minor)),
      EntityField("isJoinable", .boolean, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField(
        "parents", .entityReferences, request: .shaped(.list(.text)), content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      EntityField(
        "users", .entityReferences, request: .shaped(.list(.text)),
        content: .custom { (row, presenter) throws(CatalogFault) in
          try TeamKind.members(of: row, presenter)
        }, view: .onDemand(empty: [])),
      EntityField(
        "defaultRoles", .entityReferences, request: .shaped(.list(.text)), content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      EntityField(
        "policies", .entityReferences, request: .shaped(.list(.text)), content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      .owners,
    ] + EntityField.domains

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    if document["isJoinable"] == nil { document["isJoinable"] = true }
    try IdentifierList.resolve("parents", "team", &document, request, in: context)
    try IdentifierList.resolve("defaultRoles", "role", &document, request, in: context)
    try IdentifierList.resolve("policies", "policy", &document, request, in: context)
  }

  /// Membership is kept with the user.
  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    for id in request["users"]?.array ?? [] {
      guard let id = id.string else { continue }
      var user = try context.existing("user", id: id)
      let teams = user.document["teams"]?.array ?? []
      let reference = ReferenceCheck.stored(row)
      if teams.contains(reference) { continue }
      user.document["teams"] = .array(teams + [reference])
      try context.session.update(user)
    }
  }

  private static func members(of row: EntityRow, _ presenter: EntityPresenter)
    throws(CatalogFault) -> JSON
  {
    var members: [JSON] = []
    let everybody = EntityListing(type: "user", limit: 1_000_000)
    let reference = ReferenceCheck.stored(row)
    for user in try presenter.context.session.page(everybody)
    where user.document["teams"]?.array?.contains(reference) == true {
      members.append(try presenter.reference(to: user))
    }
    return .array(members)
  }
}
