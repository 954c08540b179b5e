import JSONDocuments

extension JSON {
  /// A document that we wrote ourselves.
  init(stored text: String) throws(CatalogFault) {
    do { self = try JSON(parsing: text) } catch {
      throw .internalError("the data file holds a damaged document: \(error)")
    }
  }
}
