import JSONDocuments

/// The columns of tables by themselves.
enum ColumnRoutes {
  static func routes(_ kind: TableKind) -> [Route] {
    [
      Route("GET", "tables/{id}/columns", lines: .since(1, 8)) {
        (request, context) throws(CatalogFault) in
        let table = try EntityReader(kind, context).entity(
          id: request["id"], request.include())
        return try page(table, request, context)
      },
      Route("GET", "tables/name/{name}/columns", lines: .since(1, 8)) {
        (request, context) throws(CatalogFault) in
        let table = try EntityReader(kind, context).entity(
          named: request["name"], request.include())
        return try page(table, request, context)
      },
      Route("GET", "columns/name/{name}", lines: .since(2, 0)) {
        (request, context) throws(CatalogFault) in
        guard request.query("entityType") ?? "table" == "table" else {
          throw .badRequest("Unsupported entity type: \(request.query("entityType") ?? "")")
        }
        return try column(request["name"], kind, context)
      },
    ]
  }

  private static func page(
    _ table: EntityRow, _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> Answer {
    let kind = try context.kind(table.type)
    try Authorizer(context).demand([.viewAll], kind, table)
    let limit = try request.integer("limit", default: 50, in: 0...1000)
    let offset = try request.integer("offset", default: 0, in: 0...Int.max)
    let names = (request.query("fields") ?? "").split(separator: ",").map {
      String($0.filter { $0 != " " })
    }
    let presenter = EntityPresenter(context, names == ["*"] ? .all : .only(Set(names)))
    let columns = try ColumnPresenter(presenter).columns(table.document["columns"]).array ?? []
    return .ok([
      "data": .array(Array(columns.dropFirst(offset).prefix(limit))),
      "paging": [
        "offset": .number(JSONNumber(offset)), "limit": .number(JSONNumber(limit)),
        "total": .number(JSONNumber(columns.count)),
      ],
    ])
  }

  private static func column(_ name: String, _ kind: TableKind, _ context: CatalogContext)
    throws(CatalogFault) -> Answer
  {
    let parts = try EntityDraft.parts(name)
    if parts.count > 4 {
      let table = try context.existing(
        kind.type, named: EntityDraft.text(Array(parts.prefix(4)), context.line))
      try Authorizer(context).demand([.viewAll], kind, table)
      let columns = try ColumnPresenter(EntityPresenter(context)).columns(
        table.document["columns"])
      let wanted = try EntityDraft.text(parts, context.line)
      if let column = find(wanted, in: columns) { return .ok(column) }
    }
    throw .notFound("column", name)
  }

  private static func find(_ name: String, in columns: JSON?) -> JSON? {
    for column in columns?.array ?? [] {
      if column["fullyQualifiedName"]?.string == name { return column }
      if let found = find(name, in: column["children"]) { return found }
    }
    return nil
  }
}
