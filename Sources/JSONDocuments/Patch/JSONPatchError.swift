/// Which operation of a patch cannot be read or made, and why.
public struct JSONPatchError: Error, Sendable, Hashable {
  /// What is wrong with the operation.
  public enum Reason: Error, Sendable, Hashable {
    /// The patch is no array.
    case noArray
    /// The operation is no object.
    case noObject
    /// A member is not there.
    case missingMember(String)
    /// A member is no string.
    case noString(String)
    /// The word in `op` is none of the six.
    case unknownOperation
    /// `path` or `from` is no JSON pointer.
    case invalidPointer(JSONPointerError)
    /// There is no value at this pointer.
    case noValue(JSONPointer)
    /// The array at this pointer has no such index to insert at.
    case indexOutOfRange(JSONPointer)
    /// The whole document cannot be removed.
    case wholeDocument
    /// A value cannot be moved into one of its own members.
    case moveIntoItself
    /// The value is another one.
    case testFailed
  }

  /// The operation's index in the patch, from 0; nil when the patch is no list of operations.
  public let index: Int?
  /// The word in `op`, when there is one.
  public let operation: String?
  /// The text in `path`, when there is one.
  public let path: String?
  /// What is wrong.
  public let reason: Reason

  init(index: Int? = nil, operation: String? = nil, path: String? = nil, reason: Reason) {
    self.index = index
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}

extension JSONPatchError: CustomStringConvertible {
  /// One sentence such as `operation 2 (replace /name): no value at '/name'`.
  public var description: String {
    guard let index else { return reason.description }
    let words = [operation, path].compactMap { $0 }.joined(separator: " ")
    return "operation \(index)\(words.isEmpty ? "" : " (\(words))"): \(reason)"
  }
}

extension JSONPatchError.Reason: CustomStringConvertible {
  /// What is wrong, without the operation.
  public var description: String {
    switch self {
    case .noArray: "a JSON patch is an array of operations"
    case .noObject: "an operation is an object"
    case .missingMember(let key): "'\(key)' is missing"
    case .noString(let key): "'\(key)' is no string"
    case .unknownOperation: "'op' is none of add, remove, replace, move, copy, test"
    case .invalidPointer(let error): error.description
    case .noValue(let pointer): "no value at '\(pointer)'"
    case .indexOutOfRange(let pointer): "no place for an element at '\(pointer)'"
    case .wholeDocument: "the whole document cannot be removed"
    case .moveIntoItself: "a value cannot be moved into itself"
    case .testFailed: "the value is another one"
    }
  }
}
