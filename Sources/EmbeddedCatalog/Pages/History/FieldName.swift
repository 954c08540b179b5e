/// What the fields of entities are called in a sentence.
enum FieldName {
  private static let known = [
    "mlFeatures": "feature", "mlHyperParameters": "hyper-parameter", "mlStore": "store",
    "featureSources": "source", "featureAlgorithm": "made by", "dataType": "type",
    "dataSource": "from", "columns": "column", "owners": "owner", "tags": "tag",
    "displayName": "display name", "imageRepository": "image", "sourceUrl": "source address",
    "tableConstraints": "constraint", "domains": "domain", "extension": "property",
  ]

  /// The name of a field; one that nobody foresaw keeps the server's.
  static func words(_ name: String) -> String { known[name] ?? name }
}
