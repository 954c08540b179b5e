public import JSONDocuments

/// A model behind an endpoint.
public struct OnlineDeployment: Sendable, Hashable {
  /// The resource.
  public let resource: Resource

  /// Reads a document.
  public init?(_ document: JSON) {
    guard let resource = Resource(document) else { return nil }
    self.resource = resource
  }

  /// Its name.
  public var name: String { resource.name }
  /// The model; nil when it has none or when it is no registered one.
  public var model: AssetReference? {
    resource["model"]?.string.flatMap { AssetReference($0, kind: .model) }
  }
}
