/// A workspace or a registry of Azure Machine Learning.
public struct MachineLearningPlace: Sendable, Hashable {
  /// What the place is.
  public enum Kind: String, Sendable, Hashable {
    case workspace = "workspaces"
    case registry = "registries"
  }

  /// The subscription's ID.
  public let subscription: String
  /// The resource group's name.
  public let resourceGroup: String
  /// What the place is.
  public let kind: Kind
  /// Its name.
  public let name: String

  /// Names a place.
  public init(_ kind: Kind, name: String, subscription: String, resourceGroup: String) {
    self.kind = kind
    self.name = name
    self.subscription = subscription
    self.resourceGroup = resourceGroup
  }

  /// The segments of its path.
  public var path: [String] {
    [
      "subscriptions", subscription, "resourceGroups", resourceGroup, "providers",
      "Microsoft.MachineLearningServices", kind.rawValue, name,
    ]
  }
}
