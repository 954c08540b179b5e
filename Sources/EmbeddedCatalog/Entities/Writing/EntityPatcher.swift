import JSONDocuments

/// Applies JSON patches (RFC 6902) to entities.
struct EntityPatcher {
  let kind: any EntityKind
  let context: CatalogContext

  init(_ kind: any EntityKind, _ context: CatalogContext) {
    self.kind = kind
    self.context = context
  }

  func patch(_ existing: EntityRow, with body: JSON, matching tag: String?) throws(CatalogFault)
    -> Answer
  {
    let patch = try PatchDocument(body, line: context.line)
    try EntityTag.check(tag, against: existing, line: context.line)
    if patch.touches(kind.administeredMembers) {
      try Authorizer(context).demandAdministrator()
    }
    try demandNoDenied(patch)
    let before = try EntityPresenter(context).document(existing, inheriting: false)
    if let operations = patch.operationsBeforeApplying() {
      try Authorizer(context).demand(operations, kind, existing)
    }
    let after = try patch.applied(to: before)
    guard case .object(let object) = after else {
      throw .badRequest("the patch leaves no object")
    }
    if patch.operationsBeforeApplying() == nil {
      try Authorizer(context).demand(
        patch.operations(from: before, to: after), kind, existing)
    }
    let target = losesChanges(tag) ? shared(object, before) : object
    let holding = holding(existing)
    let update = try holding.update(existing, to: target)
    let storing = EntityStoring(holding.context)
    let folded = try storing.fold(update, over: existing)
    let row = if let folded { folded } else { try storing.store(update, over: existing) }
    if context.deviation.redrawsEdges {
      try kind.written(row, isNew: false, request: object, in: context)
    }
    var answer = Answer.ok(try EntityPresenter(context).written(row))
    answer.headers.append(
      ("X-OpenMetadata-Change", update.changes.didChange ? "entityUpdated" : "entityNoChange"))
    return answer
  }

  /// - Throws: 403 for a patch of a field that is denied to everybody.
  private func demandNoDenied(_ patch: PatchDocument) throws(CatalogFault) {
    let denied = context.deviation.deniedFields.filter { patch.touches([$0]) }
    guard let field = denied.min() else { return }
    throw .forbidden(
      "Principal: CatalogPrincipal{name='\(context.principal.name)'} operations"
        + " [Edit\(field.prefix(1).uppercased())\(field.dropFirst())] not allowed")
  }

  private func losesChanges(_ tag: String?) -> Bool {
    switch context.deviation.droppedNestedChanges {
    case .none: false
    case .underIfMatch: tag != nil
    case .always: true
    }
  }

  /// A patcher that lets the labels of an entity stay.
  private func holding(_ existing: EntityRow) -> EntityPatcher {
    var context = context
    context.heldLabels = TagCheck.labels(in: .object(existing.document))
    return EntityPatcher(kind, context)
  }

  /// The patched entity without the changes of what not every kind of entity has.
  private func shared(_ object: JSONObject, _ before: JSON) -> JSONObject {
    var object = object
    for field in kind.fields(context.line) {
      switch field.update {
      case .value, .keptWhenAbsent, .list, .custom: object[field.name] = before[field.name]
      default: break
      }
    }
    return object
  }

  private func update(_ existing: EntityRow, to object: JSONObject) throws(CatalogFault)
    -> EntityUpdate
  {
    if kind.isSoftDeletable, object["deleted"] != existing.document["deleted"] {
      throw .badRequest("\(kind.type) attribute deleted can't be modified")
    }
    let fields = kind.fields(context.line)
    let read = try ShapeReader(line: context.line).object(
      object, fields.map { Shape.Member($0.name, $0.shape, lines: $0.lines) }, at: "")
    var document = try stored(read, fields)
    for member in ["id", "name", "fullyQualifiedName", "deleted"] {
      document[member] = existing.document[member]
    }
    for rule in kind.containers { document[rule.member] = existing.document[rule.member] }
    try kind.complete(&document, request: read, in: context)
    var update = EntityUpdate(kind, .patch, from: existing.document, to: document, in: context)
    try update.run()
    return update
  }

  /// The patched entity in the form in which it is stored.
  private func stored(_ object: JSONObject, _ fields: [EntityField]) throws(CatalogFault)
    -> JSONObject
  {
    var document = object
    let references = ReferenceCheck(context)
    for field in fields {
      guard let value = object[field.name] else { continue }
      switch (field.update, field.content) {
      case (.fixed, _): document[field.name] = nil
      case (.owners, _): document[field.name] = .array(try references.owners(value))
      case (.tags, _): document[field.name] = .array(try TagCheck(context).stored(value))
      case (.customProperties, _):
        try CustomPropertyCheck.check(value, kind, in: context)
      case (_, .references): document[field.name] = .array(try references.references(value))
      case (_, .reference):
        document[field.name] = value["inherited"] == true ? nil : try references.reference(value)
      default: break
      }
      if document[field.name] == [] { document[field.name] = nil }
    }
    return document
  }
}
