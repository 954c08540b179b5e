import JSONDocuments

/// A value of a lock with the way to it, read strictly.
struct LockValue {
  let json: JSON
  let pointer: [String]

  init(_ json: JSON, at pointer: [String] = []) {
    self.json = json
    self.pointer = pointer
  }

  /// A member that may be missing.
  subscript(key: String) -> LockValue? {
    json[key].map { LockValue($0, at: pointer + [key]) }
  }

  /// A member that must be there.
  func member(_ key: String) throws(LockShapeError) -> LockValue {
    _ = try entries
    guard let member = self[key] else { throw error("lacks `\(key)`") }
    return member
  }

  /// The text of a member that must be there.
  func text(_ key: String) throws(LockShapeError) -> String { try member(key).text }

  /// The text of a member that may be missing.
  func optionalText(_ key: String) throws(LockShapeError) -> String? {
    guard let member = self[key] else { return nil }
    return try member.text
  }

  /// Whether a member is there and true.
  func flag(_ key: String) throws(LockShapeError) -> Bool {
    guard let member = self[key] else { return false }
    guard let flag = member.json.bool else { throw member.error("is neither true nor false") }
    return flag
  }

  /// The items of a member; none when it is missing.
  func list(_ key: String) throws(LockShapeError) -> [LockValue] {
    guard let member = self[key] else { return [] }
    return try member.items
  }

  /// The entries of a member by their keys; none when it is missing.
  func table(_ key: String) throws(LockShapeError) -> [(key: String, value: LockValue)] {
    guard let member = self[key] else { return [] }
    return try member.entries
  }

  /// This as a text.
  var text: String {
    get throws(LockShapeError) {
      guard let text = json.string else { throw error("is no text") }
      return text
    }
  }

  /// This as a list of texts.
  var texts: [String] {
    get throws(LockShapeError) { try items.map { item throws(LockShapeError) in try item.text } }
  }

  /// The items of this.
  var items: [LockValue] {
    get throws(LockShapeError) {
      guard let items = json.array else { throw error("is no list") }
      return items.enumerated().map { LockValue($1, at: pointer + [String($0)]) }
    }
  }

  /// The entries of this by their keys.
  var entries: [(key: String, value: LockValue)] {
    get throws(LockShapeError) {
      guard let object = json.object else { throw error("is no object") }
      return object.members.map { ($0.key, LockValue($0.value, at: pointer + [$0.key])) }
    }
  }

  /// Says that something is wrong with this.
  func error(_ problem: String) -> LockShapeError {
    LockShapeError(pointer: JSONPointer(pointer), problem: problem)
  }
}
