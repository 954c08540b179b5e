public import Diagnostics

/// `registry.azureml` of the project config.
public struct AzureMLRegistryConfig: Sendable, Equatable {
  /// The id of the subscription.
  public var subscription: Located<String>?
  /// The resource group.
  public var resourceGroup: Located<String>?
  /// The workspace of manifests that name neither a workspace nor a registry.
  public var workspace: Located<String>?

  /// Makes settings that say nothing.
  public init() {}
}
