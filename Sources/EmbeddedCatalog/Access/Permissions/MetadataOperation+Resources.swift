/// Which operations there are on a resource (openmetadata-service, `ResourceRegistry`).
extension MetadataOperation {
  private static let common: [MetadataOperation] = [
    .create, .delete, .viewAll, .viewBasic, .editAll, .editDescription, .editDisplayName,
    .editGlossaryTerms, .editTier,
  ]

  /// By the field that a kind has to have.
  private static let named: [String: MetadataOperation] = [
    "tags": .editTags, "owners": .editOwners, "extension": .editCustomFields, "roles": .editRole,
    "defaultRoles": .editRole, "certification": .editCertification,
  ]

  /// Whatever exists for every entity, for the fields of a kind, and for what has lineage.
  static func known(for kind: any EntityKind, line: ServerLine) -> [MetadataOperation] {
    var operations = common
    operations += kind.fields(line).compactMap { named[$0.name] }
    if SearchIndex.of(kind.type)?.isDataAsset == true { operations.append(.editLineage) }
    return inOrder(operations).filter { $0.exists(on: line) }
  }
}
