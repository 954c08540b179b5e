import JSONDocuments

/// What a custom property says about its values beyond their type.
enum CustomPropertyConfiguration {
  /// - Throws: 400 when a type is not told what it has to know.
  static func checked(_ value: JSON?, type: String) throws(CatalogFault) -> JSON? {
    switch type {
    case "enum": return try words(value)
    case "date-cp", "dateTime-cp", "time-cp":
      guard let format = value?.string, !format.isEmpty else {
        throw .badRequest("\(type) Custom Property Type must have format populated with values.")
      }
      return .string(format)
    case "entityReference", "entityReferenceList":
      guard let types = value?.array, !types.isEmpty, types.allSatisfy({ $0.string != nil }) else {
        throw .badRequest("EntityReference Custom Property Type must have config populated.")
      }
      return .array(types)
    case "table-cp": return try columns(value)
    default:
      if value == nil { return nil }
      throw .badRequest("Custom Property Type \(type) has no customPropertyConfig")
    }
  }

  private static func words(_ value: JSON?) throws(CatalogFault) -> JSON {
    guard let values = value?["values"]?.array, !values.isEmpty else {
      throw .badRequest("Enum Custom Property Type must have EnumConfig populated with values.")
    }
    let words = values.compactMap(\.string)
    if words.count < values.count || words.contains("") || Set(words).count < words.count {
      throw .badRequest("Enum Custom Property values cannot have duplicates or empty values.")
    }
    return [
      "multiSelect": .bool(value?["multiSelect"] == true),
      "values": .array(words.sorted().map { .string($0) }),
    ]
  }

  private static func columns(_ value: JSON?) throws(CatalogFault) -> JSON {
    let columns = (value?["columns"]?.array ?? []).compactMap(\.string)
    if !(1...3).contains(columns.count) || Set(columns).count < columns.count {
      throw .badRequest("Table Custom Property Type must have 1 to 3 different columns.")
    }
    return ["columns": .array(columns.map { .string($0) })]
  }
}
