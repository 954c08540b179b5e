import FoundationEssentials
import JSONDocuments

/// The requests that every kind of entity answers.
enum EntityRoutes {
  static func routes(_ kind: any EntityKind) -> [Route] {
    reading(kind) + writing(kind) + removing(kind) + kind.routes
  }

  private static func reading(_ kind: any EntityKind) -> [Route] {
    let path = kind.collection
    return [
      Route("GET", path, isRepeatable: true, isLong: true) {
        (request, context) throws(CatalogFault) in
        try EntityReader(kind, context).page(request)
      },
      Route("GET", "\(path)/{id}", isRepeatable: true) { (request, context) throws(CatalogFault) in
        let reader = EntityReader(kind, context)
        return try reader.answer(
          reader.entity(id: request["id"], request.include()), request)
      },
      Route("GET", "\(path)/name/{name}", isRepeatable: true) {
        (request, context) throws(CatalogFault) in
        let reader = EntityReader(kind, context)
        return try reader.answer(
          reader.entity(named: request["name"], request.include()), request)
      },
      Route("GET", "\(path)/{id}/versions", isRepeatable: true, isLong: true) {
        (request, context) throws(CatalogFault) in
        let reader = EntityReader(kind, context)
        return try reader.versions(reader.entity(id: request["id"], .all))
      },
      Route("GET", "\(path)/{id}/versions/{version}") { (request, context) throws(CatalogFault) in
        let reader = EntityReader(kind, context)
        return try reader.version(
          request["version"], of: reader.entity(id: request["id"], .all))
      },
    ]
  }

  private static func writing(_ kind: any EntityKind) -> [Route] {
    let path = kind.collection
    return [
      Route("POST", path) { (request, context) throws(CatalogFault) in
        try EntityWriter(kind, context).create(request.object())
      },
      Route("PUT", path) { (request, context) throws(CatalogFault) in
        try EntityWriter(kind, context).createOrUpdate(request.object())
      },
      Route("PUT", "\(path)/bulk", lines: .since(1, 10)) {
        (request, context) throws(CatalogFault) in
        try BulkWriter(kind, context).write(request)
      },
      Route("PATCH", "\(path)/{id}") { (request, context) throws(CatalogFault) in
        try patch(
          EntityReader(kind, context).entity(id: request["id"], .nonDeleted), request, context)
      },
      Route("PATCH", "\(path)/name/{name}", lines: .since(1, 8)) {
        (request, context) throws(CatalogFault) in
        let row = try EntityReader(kind, context).entity(named: request["name"], .nonDeleted)
        return try patch(row, request, context)
      },
    ]
  }

  private static func patch(
    _ row: EntityRow, _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> Answer {
    let type = request.header("content-type") ?? ""
    guard type.lowercased().hasPrefix("application/json-patch+json") else {
      throw CatalogFault(415, "HTTP 415 Unsupported Media Type")
    }
    return try EntityPatcher(context.kind(row.type), context).patch(
      row, with: request.body(), matching: request.header("if-match"))
  }

  private static func removing(_ kind: any EntityKind) -> [Route] {
    let path = kind.collection
    return [
      Route("DELETE", "\(path)/{id}") { (request, context) throws(CatalogFault) in
        try delete(
          EntityReader(kind, context).entity(id: request["id"], .all), request, context)
      },
      Route("DELETE", "\(path)/name/{name}") { (request, context) throws(CatalogFault) in
        try delete(
          EntityReader(kind, context).entity(named: request["name"], .all), request, context)
      },
      Route("DELETE", "\(path)/async/{id}", lines: .since(1, 13)) {
        (request, context) throws(CatalogFault) in
        let row = try EntityReader(kind, context).entity(id: request["id"], .all)
        _ = try delete(row, request, context)
        return job("Delete operation initiated for \(row.name)")
      },
      Route("DELETE", "\(path)/deleteStale", lines: .since(2, 0)) {
        (request, context) throws(CatalogFault) in
        try StaleRemover(kind, context).remove(request.body())
      },
      Route("PUT", "\(path)/restore") { (request, context) throws(CatalogFault) in
        let id = try request.object()["id"]?.string ?? ""
        let row = try EntityReader(kind, context).entity(id: id, .deleted)
        let restored = try EntityRemover(kind, context).restore(row)
        guard context.line >= ServerLine(2, 0), request.flag("async") else { return restored }
        return job("Restore operation initiated for \(row.name)")
      },
    ]
  }

  /// The answer to what is done later: here it is done already.
  private static func job(_ message: String) -> Answer {
    Answer(
      status: 202,
      body: ["jobId": .string(UUID().uuidString.lowercased()), "message": .string(message)])
  }

  private static func delete(
    _ row: EntityRow, _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> Answer {
    let isHard = request.flag("hardDelete")
    if row.isDeleted, !isHard { throw .notFound(row.type, row.id) }
    return try EntityRemover(context.kind(row.type), context).delete(
      row, hard: isHard, recursive: request.flag("recursive"))
  }
}
