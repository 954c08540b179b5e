/// The parts of an edge as requests give them.
enum LineageShape {
  /// `AddLineage`.
  static let addLineage = Shape.object([
    Shape.Member(
      "edge",
      .object([
        Shape.Member("fromEntity", .entityReference, required: true),
        Shape.Member("toEntity", .entityReference, required: true),
        Shape.Member("description", .text),
        Shape.Member("lineageDetails", details),
      ]), required: true)
  ])

  /// `LineageDetails`.
  static let details = Shape.object(
    [
      Shape.Member("sqlQuery", .text),
      Shape.Member("columnsLineage", .list(columnLineage)),
      Shape.Member("pipeline", .entityReference),
      Shape.Member("description", .text),
      Shape.Member("source", source),
      Shape.Member("createdAt", .integer, lines: .since(1, 7)),
      Shape.Member("createdBy", .text, lines: .since(1, 7)),
      Shape.Member("updatedAt", .integer, lines: .since(1, 7)),
      Shape.Member("updatedBy", .text, lines: .since(1, 7)),
      Shape.Member("assetEdges", .integer, lines: .since(1, 7)),
      Shape.Member("tempLineageTables", .any, lines: .since(1, 13)),
    ], others: .dropped)

  private static let columnLineage = Shape.object(
    [
      Shape.Member("fromColumns", .list(.fullyQualifiedName)),
      Shape.Member("toColumn", .fullyQualifiedName),
      Shape.Member("function", .text),
    ], others: .dropped)

  private static let source = Shape.oneOf(
    [
      "Manual", "ViewLineage", "QueryLineage", "PipelineLineage", "DashboardLineage",
      "DbtLineage", "SparkLineage", "OpenLineage", "ExternalTableLineage",
    ].map { Shape.Word(text: $0) }
      + ["CrossDatabaseLineage", "ChildAssets"].map { Shape.Word(text: $0, lines: .since(1, 7)) })
}
