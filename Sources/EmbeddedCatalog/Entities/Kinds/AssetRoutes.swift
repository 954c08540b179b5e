import JSONDocuments

/// What belongs to a domain or to a data product, as they see it.
enum AssetRoutes {
  /// - Parameter member: Where an asset says to what it belongs.
  static func routes(_ kind: any EntityKind, member: String) -> [Route] {
    let path = kind.collection
    return [
      Route("PUT", "\(path)/{name}/assets/add") { (request, context) throws(CatalogFault) in
        try change(kind, request, context) { (row, asset) throws(CatalogFault) in
          try set(member, to: row, on: asset, in: context)
        }
      },
      Route("PUT", "\(path)/{name}/assets/remove") { (request, context) throws(CatalogFault) in
        try change(kind, request, context) { (row, asset) throws(CatalogFault) in
          try remove(member, row, from: asset, in: context)
        }
      },
      Route("GET", "\(path)/name/{name}/assets", lines: .since(1, 10)) {
        (request, context) throws(CatalogFault) in
        let row = try context.existing(kind.type, named: request["name"])
        let assets = try context.session.entities(
          referringTo: row.id, by: members(member, context.line))
        return try page(assets, request, context)
      },
    ]
  }

  private static func members(_ member: String, _ line: ServerLine) -> [String] {
    member == "domain" && line >= ServerLine(1, 9) ? ["domains"] : [member]
  }

  private static func page(
    _ assets: [EntityRow], _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> Answer {
    let limit = try request.integer("limit", default: 10, in: 0...1000)
    let offset = try request.integer("offset", default: 0, in: 0...Int.max)
    let presenter = EntityPresenter(context)
    let data = try assets.dropFirst(offset).prefix(limit).map { (row) throws(CatalogFault) in
      try presenter.reference(to: row)
    }
    return .ok([
      "data": .array(data), "paging": ["total": .number(JSONNumber(assets.count))],
    ])
  }

  // MARK: Changing

  /// Says on an asset that it belongs to an entity.
  static func set(
    _ member: String, to row: EntityRow, on asset: JSON, in context: CatalogContext
  ) throws(CatalogFault) {
    var target = try entity(asset, context)
    let reference = ReferenceCheck.stored(row)
    switch members(member, context.line) {
    case ["domain"]: target.document["domain"] = reference
    case ["domains"]: target.document["domains"] = .array([reference])
    default:
      let others = target.document[member]?.array ?? []
      if others.contains(reference) { return }
      target.document[member] = .array(others + [reference])
    }
    try context.session.update(target)
  }

  private static func remove(
    _ member: String, _ row: EntityRow, from asset: JSON, in context: CatalogContext
  ) throws(CatalogFault) {
    var target = try entity(asset, context)
    for member in members(member, context.line) {
      let reference = ReferenceCheck.stored(row)
      let kept = (target.document[member]?.array ?? []).filter { $0 != reference }
      if target.document[member] == reference || kept.isEmpty {
        target.document[member] = nil
      } else {
        target.document[member] = .array(kept)
      }
    }
    try context.session.update(target)
  }

  private static func entity(_ asset: JSON, _ context: CatalogContext) throws(CatalogFault)
    -> EntityRow
  {
    try context.existing(asset["type"]?.string ?? "", id: asset["id"]?.string ?? "")
  }

  private static func change(
    _ kind: any EntityKind, _ request: CatalogRequest, _ context: CatalogContext,
    _ change: (EntityRow, JSON) throws(CatalogFault) -> Void
  ) throws(CatalogFault) -> Answer {
    let row = try context.existing(kind.type, named: request["name"])
    try Authorizer(context).demand([.editAll], kind, row)
    var passed: [JSON] = []
    for asset in try request.object()["assets"]?.array ?? [] {
      try change(row, asset)
      passed.append(["request": asset, "status": 200])
    }
    return .ok(BulkWriter.result(passed, []))
  }
}
