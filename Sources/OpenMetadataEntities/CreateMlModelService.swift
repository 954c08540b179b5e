public import JSONDocuments

/// The body that creates an ML model service (OpenMetadata's `CreateMlModelServiceRequest`).
public struct CreateMlModelService: Sendable, Hashable {
  /// The service's name, unquoted.
  public var name: String
  /// The service's type, such as `CustomMlModel`.
  public var serviceType: String
  /// The name shown to people.
  public var displayName: String?
  /// What the service is, in Markdown.
  public var description: String?

  /// Makes the body of a service.
  ///
  /// Only `CustomMlModel` gets a connection, which says no more than the type. Those of the other
  /// types need addresses (`MlflowConnection` a `trackingUri`): OpenMetadata's own connectors end
  /// at a service whose connection lacks them, and fill in one that has no connection.
  public init(
    name: String, serviceType: String, displayName: String? = nil, description: String? = nil
  ) {
    self.name = name
    self.serviceType = serviceType
    self.displayName = displayName
    self.description = description
  }

  /// What is sent.
  public var document: JSON {
    var object = JSONObject()
    object["name"] = .string(name)
    object["serviceType"] = .string(serviceType)
    if serviceType == "CustomMlModel" {
      object["connection"] = ["config": ["type": .string(serviceType)]]
    }
    object["displayName"] = displayName.map { .string($0) }
    object["description"] = description.map { .string($0) }
    return .object(object)
  }
}
