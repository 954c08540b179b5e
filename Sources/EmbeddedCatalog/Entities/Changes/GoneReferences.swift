import JSONDocuments

/// Takes out of a stored document what refers to entities that are gone for good.
///
/// Relationships go with either end, so that no later change may tell of them as its own.
struct GoneReferences {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  func removed(from document: JSONObject, _ kind: any EntityKind) throws(CatalogFault)
    -> JSONObject
  {
    var document = document
    for field in kind.fields(context.line) {
      guard let value = document[field.name] else { continue }
      switch field.content {
      case .plain: continue
      case .reference: if try isGone(value) { document[field.name] = nil }
      case .references, .tags, .custom: document[field.name] = try removed(from: value)
      }
    }
    return document
  }

  /// The elements of lists that are not gone, in lists of lists too; nil for an emptied one.
  private func removed(from value: JSON) throws(CatalogFault) -> JSON? {
    switch value {
    case .array(let elements):
      var kept: [JSON] = []
      for element in elements where try !isGone(element) {
        if let element = try removed(from: element) { kept.append(element) }
      }
      return kept.isEmpty && !elements.isEmpty ? nil : .array(kept)
    case .object(let object):
      var kept = object
      for member in object.members where member.value.array != nil {
        kept[member.key] = try removed(from: member.value)
      }
      return .object(kept)
    default: return value
    }
  }

  /// Whether this is a label or a reference that leads nowhere.
  private func isGone(_ value: JSON) throws(CatalogFault) -> Bool {
    if value["tagFQN"] != nil { return try TagCheck(context).tag(of: value) == nil }
    guard let id = value["id"]?.string, let type = value["type"]?.string,
      context.kinds[type] != nil
    else { return false }
    return try context.session.entity(type, id: id) == nil
  }
}
