import JSONDocuments

/// Draws, changes and removes edges.
struct LineageWriter {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// PUT: an edge is overwritten as a whole.
  func put(_ body: JSON) throws(CatalogFault) -> Answer {
    let reader = ShapeReader(line: context.line)
    let edge = try reader.read(body, as: LineageShape.addLineage, at: "")["edge"] ?? [:]
    return try put(
      end(edge["fromEntity"]), end(edge["toEntity"]), details: edge["lineageDetails"])
  }

  func put(_ source: EntityRow, _ target: EntityRow, details: JSON?) throws(CatalogFault)
    -> Answer
  {
    try demand(source, target)
    try context.session.relate(
      source.id, .upstream, target.id, detail: try stored(details, source, target))
    return .empty
  }

  func delete(_ source: EntityRow, _ target: EntityRow) throws(CatalogFault) -> Answer {
    try demand(source, target)
    guard try context.session.separate(source.id, .upstream, target.id) else {
      throw CatalogFault(404, "Lineage edge not found")
    }
    return .empty
  }

  /// Removes every edge of an entity that has one source.
  func delete(_ entity: EntityRow, source: String) throws(CatalogFault) -> Answer {
    try Authorizer(context).demand([.editLineage], context.kind(entity.type), entity)
    let session = context.session
    let edges =
      try session.incoming(.upstream, of: entity.id)
      + session.outgoing(.upstream, of: entity.id)
    for edge in edges where edge.detail?["source"]?.string == source {
      _ = try session.separate(edge.source, .upstream, edge.target)
    }
    return .empty
  }

  /// PATCH of the details of one edge.
  func patch(_ source: EntityRow, _ target: EntityRow, _ body: JSON) throws(CatalogFault) -> Answer
  {
    try demand(source, target)
    let patch = try PatchDocument(body, line: context.line)
    let before = try details(source, target)
    let after = try patch.applied(to: before)
    let details = try ShapeReader(line: context.line).read(
      after, as: LineageShape.details, at: "lineageDetails")
    try context.session.relate(
      source.id, .upstream, target.id, detail: try stored(details, source, target))
    return .empty
  }

  func details(_ source: EntityRow, _ target: EntityRow) throws(CatalogFault) -> JSON {
    guard let edge = try context.session.relationship(source.id, .upstream, target.id) else {
      throw CatalogFault(404, "Lineage edge not found between \(source.id) and \(target.id)")
    }
    return edge.detail ?? [:]
  }

  private func end(_ reference: JSON?) throws(CatalogFault) -> EntityRow {
    try context.existing(
      reference?["type"]?.string ?? "", id: reference?["id"]?.string ?? "")
  }

  private func demand(_ source: EntityRow, _ target: EntityRow) throws(CatalogFault) {
    for end in [source, target] {
      try Authorizer(context).demand([.editLineage], context.kind(end.type), end)
    }
  }

  private func stored(_ details: JSON?, _ source: EntityRow, _ target: EntityRow)
    throws(CatalogFault) -> JSON?
  {
    if details == nil, !context.line.datesLineage { return nil }
    var stored = details?.object ?? JSONObject()
    if stored["source"] == nil { stored["source"] = "Manual" }
    if let columns = stored["columnsLineage"]?.array {
      stored["columnsLineage"] = .array(
        try ColumnLineageRules(context, source, target).checked(columns))
    }
    if let pipeline = stored["pipeline"] {
      _ = try ReferenceCheck(context).reference(pipeline)
    }
    if context.line.datesLineage {
      for moment in ["createdAt", "updatedAt"] { stored[moment] = .number(JSONNumber(context.now)) }
      for user in ["createdBy", "updatedBy"] { stored[user] = .string(context.principal.name) }
    }
    return .object(stored)
  }
}
