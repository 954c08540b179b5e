import JSONDocuments

extension EntityPresenter {
  /// References to what lies in an entity, of a type when one is given, and is not deleted.
  func contents(of row: EntityRow, type: String? = nil) throws(CatalogFault) -> JSON {
    var contents: [JSON] = []
    for relationship in try context.session.outgoing(.contains, of: row.id) {
      guard let content = try context.session.entity(id: relationship.target), !content.isDeleted,
        type == nil || content.type == type
      else { continue }
      contents.append(try reference(to: content))
    }
    return .array(contents)
  }

  /// How many entities of a type lie in another, near or far, and are not deleted.
  func count(_ type: String, within row: EntityRow) throws(CatalogFault) -> JSON {
    var listing = EntityListing(type: type)
    listing.container = row.fullyQualifiedName
    return .number(JSONNumber(try context.session.count(listing)))
  }

  /// How many labels name a glossary, a classification or one of their terms and tags.
  func usageCount(of row: EntityRow) throws(CatalogFault) -> JSON {
    .number(JSONNumber(try context.session.countLabels(within: row.fullyQualifiedName)))
  }

  /// References to the entities of a type, or of any, that refer to one by these members.
  func referring(to row: EntityRow, by members: [String], type: String? = nil)
    throws(CatalogFault) -> JSON
  {
    let found = try context.session.entities(referringTo: row.id, by: members)
    return .array(
      try found.filter { type == nil || $0.type == type }.map { (row) throws(CatalogFault) in
        try reference(to: row)
      })
  }
}
