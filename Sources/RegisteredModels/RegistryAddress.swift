/// Where a registry is.
public enum RegistryAddress: Sendable, Hashable {
  /// An MLflow registry, and the tracking server that knows its runs; URIs without user info.
  case mlflow(registryURI: String, trackingURI: String)
  /// A workspace of Azure Machine Learning.
  case azureMLWorkspace(subscription: String, resourceGroup: String, workspace: String)
  /// A registry of Azure Machine Learning, shared by workspaces.
  case azureMLRegistry(subscription: String, resourceGroup: String, registry: String)
}

extension RegistryAddress: CustomStringConvertible {
  /// As messages show it.
  public var description: String {
    switch self {
    case .mlflow(let registryURI, _): "MLflow at \(registryURI)"
    case .azureMLWorkspace(_, _, let workspace): "the Azure ML workspace \(workspace)"
    case .azureMLRegistry(_, _, let registry): "the Azure ML registry \(registry)"
    }
  }
}
