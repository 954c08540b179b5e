import Diagnostics

/// `registry` of the project config: where models are registered, and how what registries say is
/// told in the catalog's words.
public struct RegistryConfig: Sendable, Equatable {
  /// Where MLflow is, for manifests that do not say.
  public var mlflow = MLflowRegistryConfig()
  /// Where in Azure Machine Learning, for manifests that do not say.
  public var azureML = AzureMLRegistryConfig()
  /// Which tables of the catalog the table names of a registry mean; the longest prefix wins.
  public var tables: [NamePrefixRule]?
  /// Which tags of the catalog the tags of a registry mean.
  public var tags: [RegistryTagRule]?
  /// Which tags of a registry name the owners.
  public var owners: [RegistryOwnerRule]?

  /// Makes settings that say nothing.
  public init() {}

  /// These settings where `other` says nothing.
  func overlaid(by other: RegistryConfig) -> RegistryConfig {
    var result = self
    result.mlflow.trackingUri = other.mlflow.trackingUri ?? mlflow.trackingUri
    result.mlflow.registryUri = other.mlflow.registryUri ?? mlflow.registryUri
    result.azureML.subscription = other.azureML.subscription ?? azureML.subscription
    result.azureML.resourceGroup = other.azureML.resourceGroup ?? azureML.resourceGroup
    result.azureML.workspace = other.azureML.workspace ?? azureML.workspace
    result.tables = other.tables ?? tables
    result.tags = other.tags ?? tags
    result.owners = other.owners ?? owners
    return result
  }
}
