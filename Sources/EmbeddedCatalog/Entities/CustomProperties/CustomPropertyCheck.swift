import JSONDocuments

/// Whether the members of `extension` are defined for the kind of entity and are of their types.
enum CustomPropertyCheck {
  /// - Throws: 400 for a member that is not defined and for a value that does not fit.
  static func check(
    _ value: JSON, _ kind: any EntityKind, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let members = value.object?.members, !members.isEmpty else { return }
    let type = try context.session.entity("type", named: kind.type)
    let properties = type?.document["customProperties"]?.array ?? []
    for member in members {
      guard let property = properties.first(where: { $0["name"]?.string == member.key }) else {
        throw .badRequest("Unknown custom field \(member.key)")
      }
      let id = property["propertyType"]?["id"]?.string ?? ""
      let value = CustomPropertyValue(
        type: try context.session.entity("type", id: id)?.name ?? "",
        configuration: property["customPropertyConfig"]?["config"])
      if let reason = value.mismatch(member.value) {
        throw .badRequest("Custom field \(member.key) has invalid JSON [$: \(reason)]")
      }
      try checkReferences(member.value, value.type, in: context)
    }
  }

  private static func checkReferences(_ value: JSON, _ type: String, in context: CatalogContext)
    throws(CatalogFault)
  {
    switch type {
    case "entityReference": _ = try ReferenceCheck(context).references([value])
    case "entityReferenceList": _ = try ReferenceCheck(context).references(value)
    default: break
    }
  }
}
