import JSONDocuments

extension EntityPresenter {
  /// An entity as the answer to a change shows it: relationships as they are set, without the
  /// stand-ins for those that are not.
  func written(_ row: EntityRow) throws(CatalogFault) -> JSON {
    let kind = try context.kind(row.type)
    guard case .object(var document) = try document(row) else { return .null }
    for field in kind.fields(context.line) {
      if case .onDemand(let empty?) = field.view, row.document[field.name] == nil,
        document[field.name] == empty, field.name != "tags", field.name != "owners"
      {
        document[field.name] = nil
      }
    }
    return .object(document)
  }
}
