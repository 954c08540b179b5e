public import JSONDocuments

/// The body that creates a model (OpenMetadata's `CreateMlModelRequest`); the server refuses any
/// member that it does not know, so there are none here.
public struct CreateMlModel: Sendable, Hashable {
  private static let members: Set<String> = [
    "algorithm", "displayName", "description", "mlFeatures", "mlHyperParameters", "target",
    "mlStore", "server", "tags", "owners", "sourceUrl", "extension",
  ]
  /// Members that an entity holds as references, and the request by fully qualified name.
  private static let namedMembers: Set<String> = [
    "dashboard", "domain", "domains", "dataProducts",
  ]

  private var object = JSONObject()

  /// Makes the body of a model with a name in a service, named by its fully qualified name.
  public init(name: String, service: String) {
    object["name"] = .string(name)
    object["service"] = .string(service)
  }

  /// Sets a member as an entity holds it; nil and members that the request does not have are left
  /// out.
  public mutating func set(_ member: String, to value: JSON?) {
    if Self.namedMembers.contains(member) {
      object[member] = value.flatMap { Self.names($0) }
    } else if Self.members.contains(member) {
      object[member] = value
    }
  }

  /// The fully qualified names of references.
  public static func names(_ value: JSON) -> JSON? {
    if let list = value.array { return .array(list.compactMap { names($0) }) }
    return value["fullyQualifiedName"] ?? value["name"]
  }

  /// What is sent.
  public var document: JSON { .object(object) }
}
