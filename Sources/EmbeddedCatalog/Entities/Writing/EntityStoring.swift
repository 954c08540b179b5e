import JSONDocuments

/// Stores a changed entity with its version, its history and what changed.
struct EntityStoring {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// Stores the update as a version of its own; without a change nothing is touched.
  func store(_ update: EntityUpdate, over existing: EntityRow) throws(CatalogFault) -> EntityRow {
    guard update.changes.didChange else { return existing }
    var row = existing
    row.isDeleted = update.updated["deleted"] == true
    row.document = update.updated
    guard update.changes.weight != .none else {
      try context.session.update(row)
      return row
    }
    row.isPatched = update.operation == .patch
    let previous = Self.version(of: existing.document)
    try context.session.addVersion(previous, of: existing)
    stamp(&row.document, previous.next(major: update.changes.weight == .major))
    let description = describe(update.changes, previous)
    row.document["changeDescription"] = description
    row.document["incrementalChangeDescription"] = description
    try context.session.update(row)
    return row
  }

  /// Folds a patch into the version that the same user made by a patch shortly before.
  ///
  /// A patch that undoes the earlier one leads back to the version before both.
  func fold(_ update: EntityUpdate, over existing: EntityRow) throws(CatalogFault) -> EntityRow? {
    guard update.changes.weight != .none, canFold(existing),
      let previous = existing.document["changeDescription"]?["previousVersion"]?.number,
      let version = EntityVersion(previous.lexeme),
      let base = try context.session.version(version, of: existing.id),
      base["deleted"] == existing.document["deleted"]
    else { return nil }
    var whole = EntityUpdate(update.kind, .patch, from: base, to: update.updated, in: context)
    try whole.run()
    var row = existing
    row.isPatched = true
    if whole.changes.weight == .none {
      // What makes no version of its own is not undone with it.
      row.document = whole.updated
      for member in Self.stamps { row.document[member] = base[member] }
      row.isPatched = false
      try context.session.removeVersion(version, of: existing.id)
    } else {
      row.document = whole.updated
      stamp(&row.document, version.next(major: whole.changes.weight == .major))
      row.document["changeDescription"] = describe(whole.changes, version)
      row.document["incrementalChangeDescription"] = describe(
        update.changes, Self.version(of: existing.document))
    }
    try context.session.update(row)
    return row
  }

  /// The window in which patches of one user make one version: 10 minutes.
  private func canFold(_ existing: EntityRow) -> Bool {
    (existing.isPatched || context.deviation.foldsPuts) && !existing.isDeleted
      && existing.document["updatedBy"]?.string == context.principal.name
      && context.now - (existing.document["updatedAt"]?.integer ?? 0) <= 600_000
  }

  private func describe(_ changes: ChangeLog, _ previous: EntityVersion) -> JSON {
    changes.document(
      previous: previous, by: context.principal.name, isBot: context.principal.isBot,
      at: context.now, line: context.line)
  }

  /// What tells of the version rather than of the entity.
  private static let stamps = [
    "version", "updatedAt", "updatedBy", "changeDescription", "incrementalChangeDescription",
  ]

  private func stamp(_ document: inout JSONObject, _ version: EntityVersion) {
    document["version"] = version.json
    document["updatedAt"] = .number(JSONNumber(context.now))
    document["updatedBy"] = .string(context.principal.name)
  }

  static func version(of document: JSONObject) -> EntityVersion {
    document["version"]?.number.flatMap { EntityVersion($0.lexeme) } ?? .first
  }
}
