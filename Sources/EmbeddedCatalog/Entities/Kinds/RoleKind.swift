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
      .referring("users", by: "roles", type: "user"),
      .referring("teams", by: "defaultRoles", type: "team"),
      EntityField("provider", .words("system", "user")),
      EntityField("allowDelete", .boolean), EntityField("allowEdit", .boolean),
      EntityField("disabled", .boolean),
    ] + EntityField.domains

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    try ReferenceList.resolve("policies", "policy", by: .name, &document, request, in: context)
  }
}
