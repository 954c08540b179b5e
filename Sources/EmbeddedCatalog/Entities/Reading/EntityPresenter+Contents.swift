import JSONDocuments

extension EntityPresenter {
  /// References to what lies in an entity and is not deleted.
  func contents(of row: EntityRow) throws(CatalogFault) -> JSON {
    var contents: [JSON] = []
    for relationship in try context.session.outgoing(.contains, of: row.id) {
      guard let content = try context.session.entity(id: relationship.target), !content.isDeleted
      else { continue }
      contents.append(try reference(to: content))
    }
    return .array(contents)
  }
}
