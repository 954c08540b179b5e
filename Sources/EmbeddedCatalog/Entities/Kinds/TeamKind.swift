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
          try presenter.referring(to: row, by: ["teams"], type: "user")
        }, view: .onDemand(empty: [])),
      EntityField(
        "children", .entityReferences, request: .shaped(.list(.text)),
        content: .custom { (row, presenter) throws(CatalogFault) in
          try presenter.referring(to: row, by: ["parents"], type: "team")
        }, view: .onDemand(empty: [])),
      EntityField(
        "descendantTeams", .entityReferences,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try TeamKind.descendants(of: row, presenter)
        }, view: .onDemand(empty: []), lines: .since(2, 0)),
      Self.number("userCount", of: "user", by: "teams"),
      Self.number("childrenCount", of: "team", by: "parents"),
      .referring("owns", by: "owners"),
      EntityField(
        "inheritedRoles", .entityReferences,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try TeamRoles.inherited(from: row.document["parents"], presenter)
        }, view: .onDemand(empty: [])),
      EntityField(
        "externalId", .text, request: .same, update: .keptWhenAbsent(.minor), lines: .since(1, 9)),
      EntityField(
        "defaultPersona", .entityReference, request: .shaped(.text), content: .reference,
        view: .onDemand(empty: nil), lines: .since(1, 13)),
      EntityField(
        "defaultRoles", .entityReferences, request: .shaped(.list(.text)), content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      EntityField(
        "policies", .entityReferences, request: .shaped(.list(.text)), content: .references,
        view: .onDemand(empty: []), update: .list(.minor)),
      .owners, .memberDomains,
    ]

  private static func number(_ name: String, of type: String, by member: String) -> EntityField {
    .count(name) { (row, presenter) throws(CatalogFault) in
      let found = try presenter.referring(to: row, by: [member], type: type)
      return found.array.map { .number(JSONNumber($0.count)) }
    }
  }

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    if document["isJoinable"] == nil { document["isJoinable"] = true }
    if let id = request["defaultPersona"]?.string {
      document["defaultPersona"] = ReferenceCheck.stored(try context.existing("persona", id: id))
    }
    try ReferenceList.resolve("parents", "team", by: .id, &document, request, in: context)
    try ReferenceList.resolve("defaultRoles", "role", by: .id, &document, request, in: context)
    try ReferenceList.resolve("policies", "policy", by: .id, &document, request, in: context)
  }

  /// The teams below one, those below them and so on, each once.
  private static func descendants(of row: EntityRow, _ presenter: EntityPresenter)
    throws(CatalogFault) -> JSON
  {
    let session = presenter.context.session
    var found: [EntityRow] = []
    var open = [row]
    while let team = open.popLast() {
      for below in try session.entities(referringTo: team.id, by: ["parents"])
      where below.id != row.id && !found.contains(where: { $0.id == below.id }) {
        found.append(below)
        open.append(below)
      }
    }
    return .array(
      try found.map { (team) throws(CatalogFault) in try presenter.reference(to: team) })
  }

  /// Membership is kept with the user, being below with the team below.
  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    try tell(request["users"], "user", "teams", of: row, in: context)
    try tell(request["children"], "team", "parents", of: row, in: context)
  }

  private func tell(
    _ ids: JSON?, _ type: String, _ member: String, of row: EntityRow, in context: CatalogContext
  ) throws(CatalogFault) {
    for id in ids?.array ?? [] {
      var other = try context.existing(type, id: id.string ?? "")
      let known = other.document[member]?.array ?? []
      let reference = ReferenceCheck.stored(row)
      if known.contains(reference) { continue }
      other.document[member] = .array(known + [reference])
      try context.session.update(other)
    }
  }
}
