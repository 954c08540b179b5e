import JSONDocuments

/// Deletes entities, softly or for good, and brings soft-deleted ones back.
struct EntityRemover {
  let kind: any EntityKind
  let context: CatalogContext

  init(_ kind: any EntityKind, _ context: CatalogContext) {
    self.kind = kind
    self.context = context
  }

  /// - Parameter hard: Whether an entity that could be restored is removed for good.
  func delete(_ row: EntityRow, hard: Bool, recursive: Bool) throws(CatalogFault) -> Answer {
    let hard = hard || !kind.isSoftDeletable
    try Authorizer(context).demand([.delete], kind, row)
    if row.document["provider"] == "system" {
      throw .badRequest("System entity [\(row.name)] of type \(kind.type) can not be deleted.")
    }
    let contents = try contents(of: row, deleted: hard)
    if !contents.isEmpty, !recursive, !kind.removesContents {
      throw .badRequest("\(kind.type) is not empty")
    }
    for content in contents { try remove(content, hard: hard) }
    var deleted = row
    if hard {
      deleted.document["deleted"] = true
    } else if !row.isDeleted {
      deleted = try mark(row, deleted: true)
    }
    var answer = Answer.ok(try EntityPresenter(context).written(deleted))
    if hard { try context.session.remove(row.id) }
    answer.headers.append(
      ("X-OpenMetadata-Change", hard ? "entityDeleted" : "entitySoftDeleted"))
    return answer
  }

  func restore(_ row: EntityRow) throws(CatalogFault) -> Answer {
    try Authorizer(context).demand([.editAll], kind, row)
    let restored = try mark(row, deleted: false)
    try restoreContents(of: row)
    var answer = Answer.ok(try EntityPresenter(context).written(restored))
    answer.headers.append(("X-OpenMetadata-Change", "entityRestored"))
    return answer
  }

  /// Brings back whatever lies in an entity, near or far.
  func restoreContents(of row: EntityRow) throws(CatalogFault) {
    for content in try contents(of: row, deleted: true) where content.isDeleted {
      _ = try mark(content, deleted: false)
      try restoreContents(of: content)
    }
  }

  private func remove(_ row: EntityRow, hard: Bool) throws(CatalogFault) {
    for content in try contents(of: row, deleted: hard) { try remove(content, hard: hard) }
    if hard { try context.session.remove(row.id) } else { _ = try mark(row, deleted: true) }
  }

  /// What lies in an entity; soft-deleted contents count only when asked for.
  private func contents(of row: EntityRow, deleted: Bool) throws(CatalogFault) -> [EntityRow] {
    var contents: [EntityRow] = []
    for relationship in try context.session.outgoing(.contains, of: row.id) {
      guard let content = try context.session.entity(id: relationship.target),
        deleted || !content.isDeleted
      else { continue }
      contents.append(content)
    }
    return contents
  }

  private func mark(_ row: EntityRow, deleted: Bool) throws(CatalogFault) -> EntityRow {
    let kind = try context.kind(row.type)
    var document = row.document
    document["deleted"] = .bool(deleted)
    var update = EntityUpdate(kind, .put, from: row.document, to: document, in: context)
    update.changes.record("deleted", from: .bool(!deleted), to: .bool(deleted), .minor)
    return try EntityStoring(context).store(update, over: row)
  }
}
