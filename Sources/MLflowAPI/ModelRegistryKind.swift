/// Which registry of a server the calls about models go to.
public enum ModelRegistryKind: Sendable, Hashable {
  /// MLflow's own, and the workspace registry of Databricks, which has the same paths.
  case mlflow
  /// Unity Catalog of Databricks: no stages, no filters in the search for models.
  case unityCatalog

  /// What stands before the paths of the calls about models.
  var pathPrefix: String {
    switch self {
    case .mlflow: ""
    case .unityCatalog: "unity-catalog/"
    }
  }
}
