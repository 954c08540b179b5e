import JSONDocuments

/// Members that a create request gives as names and an entity shows as references.
enum NameList {
  static func resolve(
    _ member: String, _ type: String, _ document: inout JSONObject, _ request: JSONObject,
    in context: CatalogContext
  ) throws(CatalogFault) {
    guard let names = request[member]?.array, names.contains(where: { $0.string != nil }) else {
      return
    }
    document[member] = .array(try ReferenceCheck(context).named(type, .array(names)))
  }
}
