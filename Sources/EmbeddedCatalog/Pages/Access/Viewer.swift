import JSONDocuments

/// Who reads a page, and what of the catalog is there for them.
struct Viewer {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// Whether the roles of the reader show them an entity.
  func mayView(_ row: EntityRow) throws(CatalogFault) -> Bool {
    do throws(CatalogFault) {
      try Authorizer(context).demand([.viewAll], context.kind(row.type), row)
      return true
    } catch {
      if error.status == 403 { return false }
      throw error
    }
  }

  /// Whether everything of a kind may be seen, or its entities have to be asked about one by one.
  func mayViewAll(_ type: String) throws(CatalogFault) -> Bool {
    do throws(CatalogFault) {
      try Authorizer(context).demand([.viewAll], context.kind(type), nil)
      return true
    } catch {
      if error.status == 403 { return false }
      throw error
    }
  }

  /// An entity that is there for the reader.
  ///
  /// - Throws: 404 for one that is not, is deleted, or may not be seen.
  func entity(_ type: String, named name: String) throws(CatalogFault) -> EntityRow {
    let row = try context.existing(type, named: name)
    guard try mayView(row) else { throw .notFound(type, name) }
    return row
  }

  /// A visible entity; nil for one that is gone or hidden.
  func entity(id: String) throws(CatalogFault) -> EntityRow? {
    guard let row = try context.session.entity(id: id.lowercased()), !row.isDeleted,
      try mayView(row)
    else { return nil }
    return row
  }

  /// A document without what it tells of entities that the reader may not see.
  ///
  /// References go, and of a feature's source the name of the column as well.
  func visible(_ value: JSON, _ known: inout [String: Bool]) throws(CatalogFault) -> JSON {
    switch value {
    case .array(let elements):
      var shown: [JSON] = []
      for element in elements where try !isHiddenReference(element, &known) {
        shown.append(try visible(element, &known))
      }
      return .array(shown)
    case .object(let object):
      if let reference = object["dataSource"], try isHidden(reference, &known) {
        return ["name": "a source that you may not see"]
      }
      var members: [JSONObject.Member] = []
      for member in object.members where try !isHiddenReference(member.value, &known) {
        members.append(.init(key: member.key, value: try visible(member.value, &known)))
      }
      return .object(JSONObject(members))
    case .string(let text):
      // A change tells lists and objects as JSON within a string.
      guard text.hasPrefix("[") || text.hasPrefix("{"), let inner = try? JSON(parsing: text)
      else { return value }
      let shown = try visible(inner, &known)
      return shown == inner ? value : .string(shown.text())
    default: return value
    }
  }

  private func isHiddenReference(_ value: JSON, _ known: inout [String: Bool])
    throws(CatalogFault) -> Bool
  {
    guard let type = value["type"]?.string, context.kinds[type] != nil else { return false }
    return try isHidden(value, &known)
  }

  private func isHidden(_ reference: JSON, _ known: inout [String: Bool]) throws(CatalogFault)
    -> Bool
  {
    guard let id = reference["id"]?.string else { return false }
    if let answer = known[id] { return answer }
    var answer = false
    if let row = try context.session.entity(id: id.lowercased()) { answer = try !mayView(row) }
    known[id] = answer
    return answer
  }
}
