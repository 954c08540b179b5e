import JSONDocuments
import MLflowAPI
import RegisteredModels

/// What the datasets of a run were, as far as a table can be told.
///
/// The server checks none of the texts: whatever cannot be read is something else than a table.
enum DatasetReading {
  /// The dataset in the values of all registries.
  static func input(_ dataset: RunDataset, origin: String) -> DatasetInput {
    DatasetInput(
      name: dataset.name, digest: dataset.digest ?? "", context: dataset.context,
      source: source(dataset), columns: columns(dataset.schema), origin: origin)
  }

  private static func columns(_ schema: String?) -> [SignatureColumn] {
    guard let schema, let document = try? JSON(parsing: schema) else { return [] }
    return document["mlflow_colspec"].flatMap { SignatureColumns.columns($0) } ?? []
  }

  private static func source(_ dataset: RunDataset) -> DatasetInput.Source {
    let document = dataset.source.flatMap { try? JSON(parsing: $0) }
    func text(_ key: String) -> String? { document?[key]?.string.flatMap { $0.isEmpty ? nil : $0 } }
    switch dataset.sourceType {
    case "delta_table", "spark", "databricks-uc-table", "databricks_evaluation_dataset":
      if let name = text("delta_table_name") ?? text("table_name") {
        return .table(TableName.parts(name), isCertain: true)
      }
      if let query = text("sql") { return .query(query) }
      if let path = text("path") {
        return .other(type: dataset.sourceType, location: ArtifactLocation.shown(path))
      }
      // The name often repeats the table: `orders@v12`.
      if let parts = TableName.candidate(dataset.name) { return .table(parts, isCertain: false) }
      return .other(type: dataset.sourceType, location: nil)
    case "local":
      guard let uri = text("uri") else { return .other(type: "local", location: nil) }
      // MLflow takes for a file whatever it does not know: `from_pandas(df, source="a.b.c")`.
      if let parts = TableName.candidate(uri) { return .table(parts, isCertain: false) }
      return TableName.isQuery(uri)
        ? .query(uri) : .other(type: "local", location: ArtifactLocation.shown(uri))
    default:
      let place = text("uri") ?? text("url") ?? text("path")
      return .other(type: dataset.sourceType, location: place.map(ArtifactLocation.shown))
    }
  }
}
