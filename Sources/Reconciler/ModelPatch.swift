public import JSONDocuments

/// A JSON patch (RFC 6902) of top-level members only.
///
/// Older servers sort operations by the digits in their paths, so an operation never names an
/// index; `add` sets a member whether or not it is there.
public struct ModelPatch: Sendable, Equatable {
  /// Operations that one permission covers; they are sent together when the whole is refused.
  public enum Group: Sendable, Hashable {
    case core
    case description
    case displayName
    /// Owners, domains and data products.
    case owners
    case tags
    /// One custom property, by its name: one that the server refuses keeps no other away.
    case customProperty(String)
  }

  /// One member set or removed.
  public struct Operation: Sendable, Equatable {
    /// The top-level member.
    public var member: String
    /// The custom property, when the member is `extension`.
    public var property: String?
    /// Its new value; nil removes it.
    public var value: JSON?
    /// The group it belongs to.
    public var group: Group

    /// Makes an operation on a top-level member.
    public init(member: String, value: JSON?, group: Group) {
      self.member = member
      self.value = value
      self.group = group
    }

    /// Makes an operation on a custom property.
    public init(property: String, value: JSON?) {
      member = "extension"
      self.property = property
      self.value = value
      group = .customProperty(property)
    }

    /// What is written, as people call it: `tags`, `extension.costCenter`.
    public var name: String { property.map { "\(member).\($0)" } ?? member }
  }

  /// The model's id.
  public var id: String
  /// The version read, with its lexeme.
  public var version: JSONNumber
  /// The time of the last change read, with its lexeme.
  public var updatedAt: JSONNumber
  /// The operations in the order in which they are sent.
  public var operations: [Operation]
  /// The custom properties as they were read: they are sent as a whole.
  public var customProperties: JSONObject

  /// Makes a patch.
  public init(
    id: String, version: JSONNumber, updatedAt: JSONNumber, operations: [Operation],
    customProperties: JSONObject = JSONObject()
  ) {
    self.id = id
    self.version = version
    self.updatedAt = updatedAt
    self.operations = operations
    self.customProperties = customProperties
  }

  /// The groups that the operations belong to, in the order in which they are sent.
  public var groups: [Group] {
    let properties = operations.map(\.group).filter { !Self.plainGroups.contains($0) }
    return Self.plainGroups.filter { group in operations.contains { $0.group == group } }
      + properties
  }

  private static let plainGroups: [Group] = [.core, .description, .displayName, .owners, .tags]

  /// The members that the patch sets, each once, with their values; nil removes.
  public var members: [(name: String, value: JSON?)] {
    var members = operations.filter { $0.property == nil }.map { ($0.member, $0.value) }
    var properties = customProperties
    var hasProperties = false
    for operation in operations {
      guard let property = operation.property else { continue }
      properties[property] = operation.value
      hasProperties = true
    }
    if hasProperties { members.append(("extension", .object(properties))) }
    return members
  }

  /// The patch document: the two `test` operations first when they are wanted.
  public func document(withTests: Bool) -> JSON {
    var operations: [JSON] = []
    if withTests {
      operations.append(["op": "test", "path": "/version", "value": .number(version)])
      operations.append(["op": "test", "path": "/updatedAt", "value": .number(updatedAt)])
    }
    for (member, value) in members {
      let path = JSON.string("/\(member)")
      if let value {
        operations.append(["op": "add", "path": path, "value": value])
      } else {
        operations.append(["op": "remove", "path": path])
      }
    }
    return .array(operations)
  }
}
