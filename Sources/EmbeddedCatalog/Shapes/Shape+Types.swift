/// The types that several entities share.
extension Shape {
  /// `EntityReference`.
  static let entityReference = Shape.object([
    Member("id", .text(maximum: 64), required: true),
    Member("type", .text, required: true),
    Member("name", .text),
    Member("fullyQualifiedName", .text),
    Member("description", .text),
    Member("displayName", .text),
    Member("deleted", .boolean),
    Member("inherited", .boolean),
    Member("href", .uri),
  ])

  /// `EntityReferenceList`.
  static let entityReferences = Shape.list(.entityReference)

  /// `TagLabel`.
  static let tagLabel = Shape.object([
    Member("tagFQN", .text, required: true),
    Member("name", .text),
    Member("displayName", .text),
    Member("description", .text),
    Member("style", .object([Member("color", .text), Member("iconURL", .uri)], others: .kept)),
    Member("source", .words("Classification", "Glossary"), required: true),
    Member(
      "labelType",
      .oneOf(
        ["Manual", "Propagated", "Automated", "Derived"].map { Word(text: $0) } + [
          Word(text: "Generated", lines: .since(1, 9))
        ]), required: true),
    Member("state", .words("Suggested", "Confirmed"), required: true),
    Member("href", .uri),
    Member("reason", .text, lines: .since(1, 10)),
    Member("appliedAt", .any, lines: .since(1, 11)),
    Member("appliedBy", .text, lines: .since(1, 11)),
    Member("metadata", .object([], others: .kept), lines: .since(1, 12)),
  ])

  /// A list of `TagLabel`.
  static let tagLabels = Shape.list(.tagLabel)

  /// `LifeCycle`.
  static let lifeCycle = Shape.object([
    Member("created", accessDetails), Member("updated", accessDetails),
    Member("accessed", accessDetails),
  ])

  private static let accessDetails = Shape.object([
    Member("timestamp", .integer, required: true),
    Member("accessedBy", .entityReference),
    Member("accessedByAProcess", .text),
  ])

  /// `Style`.
  static let style = Shape.object([
    Member("color", .text), Member("iconURL", .text),
    Member("coverImage", .object([], others: .kept), lines: .since(2, 0)),
  ])
}
