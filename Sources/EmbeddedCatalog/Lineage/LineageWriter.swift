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
    var stored = try checked(details, source, target)
    if stored != nil || context.line.datesLineage {
      stored = dated(stored ?? ["source": "Manual"], ["created", "updated"])
    }
    try context.session.relate(source.id, .upstream, target.id, detail: stored)
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

  /// PATCH of the details of one edge; the answer is the new details.
  func patch(_ source: EntityRow, _ target: EntityRow, _ body: JSON) throws(CatalogFault) -> Answer
  {
    try demand(source, target)
    let patch = try PatchDocument(body, line: context.line)
    let after = try patch.applied(to: try details(source, target))
    let details = try ShapeReader(line: context.line).read(
      after, as: LineageShape.details, at: "lineageDetails")
    let stored = dated(try checked(details, source, target) ?? details, ["updated"])
    try context.session.relate(source.id, .upstream, target.id, detail: stored)
    return .ok(stored)
  }

  /// The details of one edge.
  ///
  /// - Throws: 404 when there is no edge, or one without details, as the sources of a model make.
  func details(_ source: EntityRow, _ target: EntityRow) throws(CatalogFault) -> JSON {
    let edge = try context.session.relationship(source.id, .upstream, target.id)
    guard let details = edge?.detail else {
      throw CatalogFault(404, "Lineage edge not found between \(source.id) and \(target.id)")
    }
    return details
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

  /// The details with the pairs of columns that this line takes.
  private func checked(_ details: JSON?, _ source: EntityRow, _ target: EntityRow)
    throws(CatalogFault) -> JSON?
  {
    guard var checked = details?.object else { return nil }
    if checked["source"] == nil { checked["source"] = "Manual" }
    if let columns = checked["columnsLineage"]?.array {
      checked["columnsLineage"] = .array(
        try ColumnLineageRules(context, source, target).checked(columns))
    }
    if let pipeline = checked["pipeline"] {
      _ = try ReferenceCheck(context).reference(pipeline)
    }
    return .object(checked)
  }

  /// The details with who did something to the edge now, on lines that say so.
  private func dated(_ details: JSON, _ deeds: [String]) -> JSON {
    guard context.line.datesLineage, var dated = details.object else { return details }
    for deed in deeds {
      dated["\(deed)At"] = .number(JSONNumber(context.now))
      dated["\(deed)By"] = .string(context.principal.name)
    }
    return .object(dated)
  }
}
