import JSONDocuments

/// Deletes softly what a connector did not see any more.
struct StaleRemover {
  private static let shape = Shape.object([
    Shape.Member("scopeFqn", .fullyQualifiedName, required: true),
    Shape.Member("scopeEntityType", .text, required: true),
    Shape.Member("seenFqns", .list(.text), required: true),
    Shape.Member("recursive", .boolean),
  ])

  let kind: any EntityKind
  let context: CatalogContext

  init(_ kind: any EntityKind, _ context: CatalogContext) {
    self.kind = kind
    self.context = context
  }

  func remove(_ body: JSON) throws(CatalogFault) -> Answer {
    let request = try ShapeReader(line: context.line).read(body, as: Self.shape, at: "")
    let type = request["scopeEntityType"]?.string ?? ""
    let scope = try context.existing(type, named: request["scopeFqn"]?.string ?? "")
    let seen = Set((request["seenFqns"]?.array ?? []).compactMap(\.string))
    var listing = EntityListing(type: kind.type, limit: 1_000_000)
    listing.container = scope.fullyQualifiedName
    var passed: [JSON] = []
    var failed: [JSON] = []
    for row in try context.session.page(listing) where !seen.contains(row.fullyQualifiedName) {
      let name = JSON.string(row.fullyQualifiedName)
      do throws(CatalogFault) {
        _ = try context.session.attempt { () throws(CatalogFault) in
          try EntityRemover(kind, context).delete(
            row, hard: false, recursive: request["recursive"] == true)
        }
        passed.append(["request": name, "status": 200])
      } catch {
        failed.append([
          "request": name, "status": .number(JSONNumber(error.status)),
          "message": .string(error.message),
        ])
      }
    }
    return .ok(BulkWriter.result(passed, failed))
  }
}
