public import JSONDocuments

/// A pointer to an entity (OpenMetadata's `EntityReference`); two are the same when their ids are.
public struct EntityReference: Sendable {
  /// The entity's id, a UUID.
  public var id: String
  /// The entity's type, such as `table` or `user`.
  public var type: String
  /// The entity's name.
  public var name: String?
  /// The entity's fully qualified name.
  public var fullyQualifiedName: String?
  /// The name shown to people.
  public var displayName: String?
  /// Whether the entity is soft-deleted.
  public var isDeleted: Bool
  /// Whether it was inherited from a parent; such a one is never sent back.
  public var isInherited: Bool
  /// How far the entity is approved, such as `Draft`; nil where that was not read.
  public var status: String?

  /// Makes a reference.
  public init(
    id: String, type: String, name: String? = nil, fullyQualifiedName: String? = nil,
    displayName: String? = nil, isDeleted: Bool = false, isInherited: Bool = false,
    status: String? = nil
  ) {
    self.status = status
    self.id = id
    self.type = type
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    self.displayName = displayName
    self.isDeleted = isDeleted
    self.isInherited = isInherited
  }

  /// Reads a reference leniently; nil without id or type.
  public init?(_ document: JSON?) {
    guard let document, let id = document["id"]?.string, let type = document["type"]?.string
    else { return nil }
    self.init(
      id: id, type: type, name: document["name"]?.string,
      fullyQualifiedName: document["fullyQualifiedName"]?.string,
      displayName: document["displayName"]?.string,
      isDeleted: document["deleted"]?.bool ?? false,
      isInherited: document["inherited"]?.bool ?? false)
  }

  /// What is sent: id, type, name and fully qualified name, nothing that changes by itself.
  public var document: JSON {
    var object = JSONObject()
    object["id"] = .string(id)
    object["type"] = .string(type)
    object["name"] = name.map { .string($0) }
    object["fullyQualifiedName"] = fullyQualifiedName.map { .string($0) }
    return .object(object)
  }
}

extension EntityReference: Hashable {
  /// References are equal when their ids are.
  public static func == (left: EntityReference, right: EntityReference) -> Bool {
    left.id == right.id
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
