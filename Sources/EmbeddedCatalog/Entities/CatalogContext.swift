import JSONDocuments

/// What a request is answered from: one state of the data, one principal, one moment.
struct CatalogContext {
  let session: StoreSession
  let line: ServerLine
  let kinds: EntityKinds
  var principal: Principal
  /// Where references lead, such as `http://127.0.0.1:8585`.
  let baseURL: String
  /// Milliseconds since 1970.
  let now: Int64
  let access: AccessServices
  /// How this request is to be answered otherwise than it should.
  var deviation = Deviation.none
  /// Labels of the entity that a patch changes: they may stay though their tag was deleted.
  var heldLabels: [JSON] = []

  /// The kind of a type that a client named.
  func kind(_ type: String) throws(CatalogFault) -> any EntityKind {
    guard let kind = kinds[type] else {
      throw CatalogFault(404, "Entity repository for \(type) not found")
    }
    return kind
  }

  /// An entity that exists and is not deleted.
  func existing(_ type: String, id: String) throws(CatalogFault) -> EntityRow {
    _ = try kind(type)
    guard let row = try session.entity(type, id: id.lowercased()), !row.isDeleted else {
      throw .notFound(type, id)
    }
    return row
  }

  /// An entity that exists and is not deleted.
  func existing(_ type: String, named name: String) throws(CatalogFault) -> EntityRow {
    let kind = try kind(type)
    guard let row = try session.entity(type, named: kind.lookupName(name, line: line)),
      !row.isDeleted
    else { throw .notFound(type, name) }
    return row
  }
}
