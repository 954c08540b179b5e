public import JSONDocuments

/// The body that creates a model (OpenMetadata's `CreateMlModelRequest`); the server refuses any
/// member that it does not know, so there are none here.
public struct CreateMlModel: Sendable, Hashable {
  private static let members: Set<String> = [
    "algorithm", "displayName", "description", "mlFeatures", "mlHyperParameters", "target",
    "mlStore", "server", "tags", "owners", "sourceUrl",
  ]

  private var object = JSONObject()

  /// Makes the body of a model with a name in a service, named by its fully qualified name.
  public init(name: String, service: String) {
    object["name"] = .string(name)
    object["service"] = .string(service)
  }

  /// Sets a member; nil and members that the request does not have are left out.
  public mutating func set(_ member: String, to value: JSON?) {
    guard Self.members.contains(member) else { return }
    object[member] = value
  }

  /// What is sent.
  public var document: JSON { .object(object) }
}
