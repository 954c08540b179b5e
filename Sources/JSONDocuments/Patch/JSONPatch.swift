/// A list of changes to a JSON document (RFC 6902).
public struct JSONPatch: Sendable, Hashable {
  /// The changes, in the order in which they are made.
  public var operations: [JSONPatchOperation]

  /// Takes the changes.
  public init(operations: [JSONPatchOperation] = []) {
    self.operations = operations
  }

  /// The document after all changes; each sees what those before it left.
  ///
  /// - Throws: ``JSONPatchError`` for the first change that cannot be made, or a `test` that fails.
  public func applied(to document: JSON) throws(JSONPatchError) -> JSON {
    var result = document
    for (index, operation) in operations.enumerated() {
      do throws(JSONPatchError.Reason) {
        try operation.apply(to: &result)
      } catch {
        throw JSONPatchError(
          index: index, operation: operation.name, path: operation.path.description, reason: error)
      }
    }
    return result
  }
}
