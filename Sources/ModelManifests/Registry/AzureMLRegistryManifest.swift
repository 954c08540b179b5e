public import Diagnostics

/// `registry.azureml` of a manifest: a version of a model in Azure Machine Learning.
///
/// Either `version` or `label` chooses. What says where the workspace or registry is may come from
/// the project config.
public struct AzureMLRegistryManifest: Sendable, Equatable {
  /// The mapping.
  public var range: SourceRange
  /// The model's name.
  public var model: Located<String>
  /// A version, which is any text.
  public var version: Located<String>?
  /// A label; `latest` is the only one.
  public var label: Located<String>?
  /// The workspace; excludes `registry`.
  public var workspace: Located<String>?
  /// The registry that workspaces share; excludes `workspace`.
  public var registry: Located<String>?
  /// The resource group of the workspace or registry.
  public var resourceGroup: Located<String>?
  /// The id of the subscription.
  public var subscription: Located<String>?

  /// Makes one of which only the model is given.
  public init(range: SourceRange, model: Located<String>) {
    self.range = range
    self.model = model
  }

  func value(of key: String) -> Located<String>? {
    switch key {
    case "version": version
    case "label": label
    case "workspace": workspace
    case "registry": registry
    case "resourceGroup": resourceGroup
    case "subscription": subscription
    default: nil
    }
  }
}
