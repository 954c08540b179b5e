import JSONDocuments

/// Whether the members of `extension` are defined for the type.
enum CustomPropertyCheck {
  static func check(
    _ value: JSON, _ kind: any EntityKind, in context: CatalogContext
  ) throws(CatalogFault) {
    if let name = value.object?.keys.first { throw .badRequest("Unknown custom field \(name)") }
  }
}
