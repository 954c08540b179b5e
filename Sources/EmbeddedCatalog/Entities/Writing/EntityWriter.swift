import FoundationEssentials
import JSONDocuments

/// Creates entities and brings existing ones up to a create request.
struct EntityWriter {
  let kind: any EntityKind
  let context: CatalogContext

  init(_ kind: any EntityKind, _ context: CatalogContext) {
    self.kind = kind
    self.context = context
  }

  /// POST: 201, or 409 when the name is taken.
  func create(_ body: JSONObject) throws(CatalogFault) -> Answer {
    try Authorizer(context).demand([.create], kind, nil)
    let draft = try EntityDraft(kind, body, in: context)
    try kind.authorize(draft.request, in: context)
    if try context.session.entity(kind.type, named: draft.fullyQualifiedName) != nil {
      throw CatalogFault(409, "Entity already exists")
    }
    return try insert(draft)
  }

  /// PUT: 201 created, 200 updated, restored or unchanged.
  ///
  /// - Parameter skipsSameSource: Whether an entity stays as it is when its `sourceHash` says that
  ///   the connector has nothing new to tell.
  func createOrUpdate(
    _ body: JSONObject, overridesMetadata: Bool = false, skipsSameSource: Bool = false
  ) throws(CatalogFault) -> Answer {
    let draft = try EntityDraft(kind, body, in: context)
    try kind.authorize(draft.request, in: context)
    guard let existing = try context.session.entity(kind.type, named: draft.fullyQualifiedName)
    else {
      try Authorizer(context).demand([.create], kind, nil)
      return try insert(draft)
    }
    try Authorizer(context).demand([.editAll], kind, existing)
    if skipsSameSource, !overridesMetadata, !existing.isDeleted,
      let hash = draft.request["sourceHash"], hash == existing.document["sourceHash"]
    {
      return try unchanged(existing)
    }
    var document = try draft.document(in: context)
    for member in ["id", "deleted"] { document[member] = existing.document[member] }
    return try update(existing, document, draft, overridesMetadata: overridesMetadata)
  }

  private func insert(_ draft: EntityDraft) throws(CatalogFault) -> Answer {
    var document = try draft.document(in: context)
    let id = UUID().uuidString.lowercased()
    document["id"] = .string(id)
    document["version"] = EntityVersion.first.json
    document["updatedAt"] = .number(JSONNumber(context.now))
    document["updatedBy"] = .string(context.principal.name)
    document["deleted"] = false
    let row = EntityRow(
      id: id, type: kind.type, name: draft.name, fullyQualifiedName: draft.fullyQualifiedName,
      document: document)
    try context.session.insert(row)
    if let container = draft.container {
      try context.session.relate(container.id, .contains, id)
    }
    try kind.written(row, isNew: true, request: draft.request, in: context)
    return try answer(row, status: 201, change: "entityCreated")
  }

  private func update(
    _ existing: EntityRow, _ document: JSONObject, _ draft: EntityDraft, overridesMetadata: Bool
  ) throws(CatalogFault) -> Answer {
    var update = EntityUpdate(
      kind, .put, from: existing.document, to: document, overridesMetadata: overridesMetadata,
      in: context)
    try update.run()
    if existing.isDeleted {
      update.updated["deleted"] = false
      update.changes.record("deleted", from: true, to: false, .minor)
    }
    let storing = EntityStoring(context)
    let folded = context.deviation.foldsPuts ? try storing.fold(update, over: existing) : nil
    let row = if let folded { folded } else { try storing.store(update, over: existing) }
    if existing.isDeleted { try EntityRemover(kind, context).restoreContents(of: existing) }
    try kind.written(row, isNew: false, request: draft.request, in: context)
    guard update.changes.didChange else { return try unchanged(row) }
    return try answer(
      row, status: 200, change: existing.isDeleted ? "entityRestored" : "entityUpdated")
  }

  private func unchanged(_ row: EntityRow) throws(CatalogFault) -> Answer {
    var unchanged = row
    unchanged.document["changeDescription"] = nil
    unchanged.document["incrementalChangeDescription"] = nil
    return try answer(unchanged, status: 200, change: "entityNoChange")
  }

  private func answer(_ row: EntityRow, status: Int, change: String) throws(CatalogFault) -> Answer
  {
    var answer = Answer(status: status, body: try EntityPresenter(context).written(row))
    answer.headers.append(("X-OpenMetadata-Change", change))
    return answer
  }
}
