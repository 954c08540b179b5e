import JSONDocuments

/// The requests about edges.
enum LineageRoutes {
  static let routes = reading + writing + deleting + byName

  private static let reading = [
    Route("GET", "lineage/{type}/{id}", isLong: true) { (request, context) throws(CatalogFault) in
      let kind = try context.kind(request["type"])
      return try graph(
        EntityReader(kind, context).entity(id: request["id"], .nonDeleted), request, context)
    },
    Route("GET", "lineage/{type}/name/{name}", isLong: true) {
      (request, context) throws(CatalogFault) in
      let kind = try context.kind(request["type"])
      return try graph(
        EntityReader(kind, context).entity(named: request["name"], .nonDeleted), request, context)
    },
    Route("GET", "lineage/getLineageEdge/{source}/{target}") {
      (request, context) throws(CatalogFault) in
      let source = try end(request["source"], context)
      let target = try end(request["target"], context)
      return .ok(["edge": try LineageWriter(context).details(source, target)])
    },
  ]

  private static let writing = [
    Route("PUT", "lineage") { (request, context) throws(CatalogFault) in
      try LineageWriter(context).put(request.body())
    },
    Route("PATCH", "lineage/{fromType}/{fromId}/{toType}/{toId}") {
      (request, context) throws(CatalogFault) in
      let (source, target) = try ends(request, context)
      return try LineageWriter(context).patch(source, target, request.body())
    },
  ]

  private static let deleting = [
    Route("DELETE", "lineage/{fromType}/{fromId}/{toType}/{toId}") {
      (request, context) throws(CatalogFault) in
      let (source, target) = try ends(request, context)
      return try LineageWriter(context).delete(source, target)
    },
    Route("DELETE", "lineage/{fromType}/name/{fromName}/{toType}/name/{toName}") {
      (request, context) throws(CatalogFault) in
      let (source, target) = try namedEnds(request, context)
      return try LineageWriter(context).delete(source, target)
    },
    Route("DELETE", "lineage/{type}/{id}/type/{source}") {
      (request, context) throws(CatalogFault) in
      let entity = try context.existing(request["type"], id: request["id"])
      return try LineageWriter(context).delete(entity, source: request["source"])
    },
  ]

  private static let byName = [
    Route("DELETE", "lineage/source/name/{type}/{name}/type/{source}", lines: .since(2, 0)) {
      (request, context) throws(CatalogFault) in
      let entity = try context.existing(request["type"], named: request["name"])
      return try LineageWriter(context).delete(entity, source: request["source"])
    },
    Route(
      "PUT", "lineage/{fromType}/name/{fromName}/{toType}/name/{toName}", lines: .since(2, 0)
    ) { (request, context) throws(CatalogFault) in
      let (source, target) = try namedEnds(request, context)
      let details = try ShapeReader(line: context.line).read(
        request.body(), as: LineageShape.details, at: "")
      return try LineageWriter(context).put(source, target, details: details)
    },
    Route(
      "PATCH", "lineage/{fromType}/name/{fromName}/{toType}/name/{toName}", lines: .since(2, 0)
    ) { (request, context) throws(CatalogFault) in
      let (source, target) = try namedEnds(request, context)
      return try LineageWriter(context).patch(source, target, request.body())
    },
    Route(
      "GET",
      "lineage/getLineageEdge/{fromType}/name/{fromName}/{toType}/name/{toName}",
      lines: .since(2, 0)
    ) { (request, context) throws(CatalogFault) in
      let (source, target) = try namedEnds(request, context)
      return .ok(["edge": try LineageWriter(context).details(source, target)])
    },
  ]

  private static func graph(
    _ row: EntityRow, _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> Answer {
    try Authorizer(context).demand([.viewAll], context.kind(row.type), row)
    return .ok(
      try LineageGraph(context).document(
        of: row, upstream: request.integer("upstreamDepth", default: 1, in: 0...3),
        downstream: request.integer("downstreamDepth", default: 1, in: 0...3)))
  }

  private static func end(_ id: String, _ context: CatalogContext) throws(CatalogFault)
    -> EntityRow
  {
    guard let row = try context.session.entity(id: id.lowercased()) else {
      throw CatalogFault(404, "Lineage edge not found")
    }
    return row
  }

  private static func ends(
    _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> (EntityRow, EntityRow) {
    (
      try context.existing(request["fromType"], id: request["fromId"]),
      try context.existing(request["toType"], id: request["toId"])
    )
  }

  private static func namedEnds(
    _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> (EntityRow, EntityRow) {
    (
      try context.existing(request["fromType"], named: request["fromName"]),
      try context.existing(request["toType"], named: request["toName"])
    )
  }
}
