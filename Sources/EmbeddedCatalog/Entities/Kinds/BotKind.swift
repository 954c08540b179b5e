import JSONDocuments

/// `bot`: what runs under a bot's account.
struct BotKind: EntityKind {
  let type = "bot"
  let collection = "bots"

  let fields: [EntityField] =
    EntityField.base + [
      EntityField(
        "botUser", .entityReference, request: .shaped(.text), required: true,
        content: .reference, update: .value(.minor)),
      .provider,
    ] + EntityField.domains + [
      .requested("allowImpersonation", .boolean).on(.since(1, 11))
    ]

  func authorize(_ request: JSONObject, in context: CatalogContext) throws(CatalogFault) {
    try Authorizer(context).demandAdministrator()
  }

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let name = request["botUser"]?.string else { return }
    let user = try context.existing("user", named: name)
    guard user.document["isBot"] == true else {
      throw .badRequest("User [\(user.name)] is not a bot user")
    }
    document["botUser"] = ReferenceCheck.stored(user)
  }
}
