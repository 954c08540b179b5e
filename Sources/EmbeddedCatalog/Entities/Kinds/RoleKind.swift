import JSONDocuments

/// `role`: a set of policies that users have.
struct RoleKind: EntityKind {
  let type = "role"
  let collection = "roles"

  let fields: [EntityField] =
    EntityField.base + [
      EntityField(
        "policies", .entityReferences, request: .shaped(.list(.fullyQualifiedName)),
        content: .references, view: .onDemand(empty: []), update: .list(.minor)),
      EntityField("provider", .words("system", "user")),
    ]

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let names = request["policies"]?.array, names.contains(where: { $0.string != nil })
    else { return }
    document["policies"] = .array(
      try ReferenceCheck(context).named("policy", request["policies"]))
  }
}
