public import JSONDocuments

/// A JSON patch (RFC 6902) of top-level members only.
///
/// Older servers sort operations by the digits in their paths, so an operation never names an
/// index; `add` sets a member whether or not it is there.
public struct ModelPatch: Sendable, Equatable {
  /// Operations that one permission covers; they are sent together when the whole is refused.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    case core
    case description
    case displayName
    case owners
    case tags
  }

  /// One member set or removed.
  public struct Operation: Sendable, Equatable {
    /// The top-level member.
    public var member: String
    /// Its new value; nil removes it.
    public var value: JSON?
    /// The group it belongs to.
    public var group: Group

    /// Makes an operation.
    public init(member: String, value: JSON?, group: Group) {
      self.member = member
      self.value = value
      self.group = group
    }
  }

  /// The model's id.
  public var id: String
  /// The version read, with its lexeme.
  public var version: JSONNumber
  /// The time of the last change read, with its lexeme.
  public var updatedAt: JSONNumber
  /// The operations in the order in which they are sent.
  public var operations: [Operation]

  /// Makes a patch.
  public init(
    id: String, version: JSONNumber, updatedAt: JSONNumber, operations: [Operation]
  ) {
    self.id = id
    self.version = version
    self.updatedAt = updatedAt
    self.operations = operations
  }

  /// The patch document: the two `test` operations first when they are wanted.
  public func document(withTests: Bool) -> JSON {
    var operations: [JSON] = []
    if withTests {
      operations.append(["op": "test", "path": "/version", "value": .number(version)])
      operations.append(["op": "test", "path": "/updatedAt", "value": .number(updatedAt)])
    }
    for operation in self.operations {
      let path = JSON.string("/\(operation.member)")
      if let value = operation.value {
        operations.append(["op": "add", "path": path, "value": value])
      } else {
        operations.append(["op": "remove", "path": path])
      }
    }
    return .array(operations)
  }
}
