extension JSON {
  func existingValue(at pointer: JSONPointer) throws(JSONPatchError.Reason) -> JSON {
    guard let value = value(at: pointer) else { throw .noValue(pointer) }
    return value
  }

  mutating func add(_ value: JSON, at pointer: JSONPointer) throws(JSONPatchError.Reason) {
    guard !pointer.tokens.isEmpty else {
      self = value
      return
    }
    try edit(pointer) { parent, token throws(JSONPatchError.Reason) in
      switch parent {
      case .object(var object):
        object[token] = value
        parent = .object(object)
      case .array(var elements):
        let index =
          token == "-" ? elements.count : JSON.index(token, below: elements.count + 1)
        guard let index else { throw .indexOutOfRange(pointer) }
        elements.insert(value, at: index)
        parent = .array(elements)
      default: throw .noValue(pointer)
      }
    }
  }

  mutating func remove(at pointer: JSONPointer) throws(JSONPatchError.Reason) {
    if pointer.tokens.isEmpty { throw .wholeDocument }
    try put(nil, at: pointer)
  }

  mutating func replace(at pointer: JSONPointer, with value: JSON) throws(JSONPatchError.Reason) {
    if pointer.tokens.isEmpty {
      self = value
    } else {
      try put(value, at: pointer)
    }
  }

  /// Puts another value, or none, where one is.
  private mutating func put(_ value: JSON?, at pointer: JSONPointer) throws(JSONPatchError.Reason) {
    try edit(pointer) { parent, token throws(JSONPatchError.Reason) in
      switch parent {
      case .object(var object):
        if object[token] == nil { throw .noValue(pointer) }
        object[token] = value
        parent = .object(object)
      case .array(var elements):
        guard let index = JSON.index(token, below: elements.count) else { throw .noValue(pointer) }
        elements.replaceSubrange(index...index, with: value.map { [$0] } ?? [])
        parent = .array(elements)
      default: throw .noValue(pointer)
      }
    }
  }

  /// Changes the container of a value, given the value's key or index in it.
  private mutating func edit(
    _ pointer: JSONPointer, depth: Int = 0,
    _ change: (inout JSON, String) throws(JSONPatchError.Reason) -> Void
  ) throws(JSONPatchError.Reason) {
    let token = pointer.tokens[depth]
    if depth == pointer.tokens.count - 1 {
      try change(&self, token)
      return
    }
    switch self {
    case .object(var object):
      guard var child = object[token] else { throw .noValue(pointer) }
      try child.edit(pointer, depth: depth + 1, change)
      object[token] = child
      self = .object(object)
    case .array(var elements):
      guard let index = JSON.index(token, below: elements.count) else { throw .noValue(pointer) }
      try elements[index].edit(pointer, depth: depth + 1, change)
      self = .array(elements)
    default: throw .noValue(pointer)
    }
  }
}
