import JSONDocuments

/// A property that a catalog's users add to a kind of entity.
enum CustomProperty {
  /// `CustomProperty`.
  static let shape = Shape.object(members(name: .name))

  /// `CreateCustomPropertyRequest`.
  static let requestShape = Shape.object(members(name: .customPropertyName))

  private static func members(name: Shape) -> [Shape.Member] {
    [
      Shape.Member("name", name, required: true),
      Shape.Member("displayName", .text, lines: .since(1, 9)),
      Shape.Member("description", .text),
      Shape.Member("propertyType", .entityReference, required: true),
      Shape.Member("customPropertyConfig", .object([Shape.Member("config", .any)])),
    ]
  }

  /// - Throws: 404 for a type that does not exist, 400 for a configuration it cannot use.
  static func stored(_ property: JSON, in context: CatalogContext) throws(CatalogFault) -> JSON {
    guard case .object(var object) = property else { return property }
    let id = property["propertyType"]?["id"]?.string ?? ""
    let type = try context.existing("type", id: id)
    let configuration = try CustomPropertyConfiguration.checked(
      property["customPropertyConfig"]?["config"], type: type.name)
    object["customPropertyConfig"] = configuration.map { ["config": $0] }
    object["propertyType"] = ReferenceCheck.stored(type)
    if object["description"] == nil { object["description"] = "" }
    return .object(object)
  }

  /// The property as it is after another definition of it.
  ///
  /// - Throws: 400 for another type and for words that are taken away.
  static func merged(_ new: JSON, into old: JSON) throws(CatalogFault) -> JSON {
    if new["propertyType"] != old["propertyType"] {
      throw .badRequest("Type of custom property \(old["name"]?.string ?? "") can't be changed")
    }
    let words = new["customPropertyConfig"]?["config"]?["values"]?.array ?? []
    for word in old["customPropertyConfig"]?["config"]?["values"]?.array ?? []
    where !words.contains(word) {
      throw .badRequest("Existing Enum Values of Custom Property cannot be removed.")
    }
    return new
  }

  static func shown(_ value: JSON?, _ presenter: EntityPresenter) throws(CatalogFault) -> JSON? {
    guard let properties = value?.array else { return nil }
    return .array(
      try properties.map { (property) throws(CatalogFault) -> JSON in
        guard case .object(var object) = property, let type = property["propertyType"] else {
          return property
        }
        object["propertyType"] = try presenter.reference(type)
        return .object(object)
      })
  }

  /// Records the change; a property that is gone takes its values with it.
  static func apply(to update: inout EntityUpdate, _ name: String) throws(CatalogFault) {
    let kept = Set((update.updated[name]?.array ?? []).compactMap { $0["name"]?.string })
    let gone = (update.original[name]?.array ?? []).compactMap { $0["name"]?.string }
      .filter { !kept.contains($0) }
    let type = update.original["name"]?.string ?? ""
    if !gone.isEmpty {
      for var row in try update.context.session.entities(type, with: "extension") {
        guard case .object(var values)? = row.document["extension"] else { continue }
        for property in gone { values[property] = nil }
        row.document["extension"] = values.members.isEmpty ? nil : .object(values)
        try update.context.session.update(row)
      }
    }
    try update.recordList(name, .minor)
  }
}
