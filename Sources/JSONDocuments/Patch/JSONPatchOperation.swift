/// One change of a JSON patch (RFC 6902 §4).
public enum JSONPatchOperation: Sendable, Hashable {
  /// Sets a member, or inserts an element before an index; index `-` is the end.
  case add(JSONPointer, JSON)
  /// Removes a value that must be there.
  case remove(JSONPointer)
  /// Puts another value where one must be.
  case replace(JSONPointer, JSON)
  /// Removes a value and adds it elsewhere.
  case move(from: JSONPointer, to: JSONPointer)
  /// Adds a value that is elsewhere too.
  case copy(from: JSONPointer, to: JSONPointer)
  /// Lets the patch fail unless the value there is this one; numbers compare by value.
  case test(JSONPointer, JSON)

  /// The word for it in a patch document.
  public var name: String {
    switch self {
    case .add: "add"
    case .remove: "remove"
    case .replace: "replace"
    case .move: "move"
    case .copy: "copy"
    case .test: "test"
    }
  }

  /// The place that is changed or tested.
  public var path: JSONPointer {
    switch self {
    case .add(let path, _), .remove(let path), .replace(let path, _), .move(_, let path),
      .copy(_, let path), .test(let path, _):
      path
    }
  }

  func apply(to document: inout JSON) throws(JSONPatchError.Reason) {
    switch self {
    case .add(let path, let value): try document.add(value, at: path)
    case .remove(let path): try document.remove(at: path)
    case .replace(let path, let value): try document.replace(at: path, with: value)
    case .move(let from, let path):
      let value = try document.existingValue(at: from)
      if from == path { return }
      if path.starts(with: from) { throw .moveIntoItself }
      try document.remove(at: from)
      try document.add(value, at: path)
    case .copy(let from, let path):
      try document.add(try document.existingValue(at: from), at: path)
    case .test(let path, let expected):
      let value = try document.existingValue(at: path)
      if !value.hasSameValue(as: expected) { throw .testFailed }
    }
  }
}
