import JSONDocuments
import OpenMetadataEntities

/// A column that a feature of the catalog's model is made from: what was published.
struct PublishedSource: Sendable, Hashable {
  let feature: String
  let column: String
  /// The table's id.
  let table: String
  /// The table's name as the model has it.
  let tableName: String?

  /// The sources of a model that are in a table.
  static func all(of model: MlModel) -> [PublishedSource] {
    (model.document["mlFeatures"]?.array ?? []).flatMap { feature -> [PublishedSource] in
      guard let name = feature["name"]?.string else { return [] }
      return (feature["featureSources"]?.array ?? []).compactMap { source in
        guard let column = source["name"]?.string,
          let table = EntityReference(source["dataSource"])
        else { return nil }
        return PublishedSource(
          feature: name, column: column, table: table.id, tableName: table.fullyQualifiedName)
      }
    }
  }
}
