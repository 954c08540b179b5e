/// The parts of a model as requests give them.
enum MlFeatureShape {
  /// `MlFeature`.
  static let feature = Shape.object([
    Shape.Member("name", .name),
    Shape.Member("dataType", .words("numerical", "categorical")),
    Shape.Member("description", .text),
    Shape.Member("fullyQualifiedName", .fullyQualifiedName),
    Shape.Member("featureSources", .list(source)),
    Shape.Member("featureAlgorithm", .text),
    Shape.Member("tags", .tagLabels),
  ])

  /// `FeatureSource`.
  static let source = Shape.object([
    Shape.Member("name", .name),
    Shape.Member(
      "dataType",
      .words(
        "integer", "number", "string", "array", "date", "timestamp", "object", "boolean")),
    Shape.Member("description", .text),
    Shape.Member("fullyQualifiedName", .fullyQualifiedName),
    Shape.Member("dataSource", .entityReference),
    Shape.Member("tags", .tagLabels),
  ])

  /// `MlHyperParameter`.
  static let hyperParameter = Shape.object([
    Shape.Member("name", .text), Shape.Member("value", .text), Shape.Member("description", .text),
  ])

  /// `MlStore`.
  static let store = Shape.object([
    Shape.Member("storage", .text), Shape.Member("imageRepository", .text),
  ])
}
