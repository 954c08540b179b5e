import JSONDocuments

/// Members that a create request gives as names or ids and an entity shows as references.
enum ReferenceList {
  /// How a request says which entities are meant.
  enum Key {
    case name
    case id
  }

  static func resolve(
    _ member: String, _ type: String, by key: Key, _ document: inout JSONObject,
    _ request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let values = request[member]?.array, values.contains(where: { $0.string != nil }) else {
      return
    }
    switch key {
    case .name:
      document[member] = .array(try ReferenceCheck(context).named(type, .array(values)))
    case .id:
      var references: [JSON] = []
      for value in values {
        let row = try context.existing(type, id: value.string ?? "")
        references.append(ReferenceCheck.stored(row))
      }
      document[member] = .array(references)
    }
  }
}
