import JSONDocuments

/// Asking what one may do.
enum PermissionRoutes {
  static let routes = [
    Route("GET", "permissions") { (request, context) throws(CatalogFault) in
      try page(Permissions(context, of: request.query("user")).list())
    },
    Route("GET", "permissions/{resource}") { (request, context) throws(CatalogFault) in
      .ok(try Permissions(context, of: request.query("user")).resource(request["resource"]))
    },
    Route("GET", "permissions/{resource}/{id}") { (request, context) throws(CatalogFault) in
      let permissions = try Permissions(context, of: request.query("user"))
      let reader = EntityReader(try kind(request, context), context)
      return .ok(try permissions.entity(reader.entity(id: request["id"], .all)))
    },
    Route("GET", "permissions/{resource}/name/{name}") { (request, context) throws(CatalogFault) in
      let permissions = try Permissions(context, of: request.query("user"))
      let reader = EntityReader(try kind(request, context), context)
      return .ok(try permissions.entity(reader.entity(named: request["name"], .all)))
    },
    Route("GET", "permissions/policies") { (request, context) throws(CatalogFault) in
      var policies: [EntityRow] = []
      for item in request.server.query where item.name == "ids" {
        let policy = try context.existing("policy", id: item.value)
        try Authorizer(context).demand([.viewAll], context.kind("policy"), policy)
        policies.append(policy)
      }
      return try page(Permissions(context, of: nil).list(of: policies))
    },
  ]

  private static func kind(_ request: CatalogRequest, _ context: CatalogContext)
    throws(CatalogFault) -> any EntityKind
  {
    guard let kind = context.kinds[request["resource"]] else {
      throw .badRequest("Resource type \(request["resource"]) not found")
    }
    return kind
  }

  private static func page(_ permissions: [JSON]) -> Answer {
    .ok([
      "data": .array(permissions),
      "paging": ["total": .number(JSONNumber(permissions.count))],
    ])
  }
}
