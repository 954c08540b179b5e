import JSONDocuments

/// Members that a create request gives as ids and an entity shows as references.
enum IdentifierList {
  static func resolve(
    _ member: String, _ type: String, _ document: inout JSONObject, _ request: JSONObject,
    in context: CatalogContext
  ) throws(CatalogFault) {
    guard let values = request[member]?.array, values.contains(where: { $0.string != nil }) else {
      return
    }
    var references: [JSON] = []
    for value in values {
      let row = try context.existing(type, id: value.string ?? "")
      references.append(ReferenceCheck.stored(row))
    }
    document[member] = .array(references)
  }
}
