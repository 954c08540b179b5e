import JSONDocuments

/// A value of a file that this program wrote, with the way to it, read strictly.
struct RecordedValue {
  let json: JSON
  let pointer: [String]

  init(_ json: JSON, at pointer: [String] = []) {
    self.json = json
    self.pointer = pointer
  }

  /// A member that may be missing.
  subscript(key: String) -> RecordedValue? {
    json[key].map { RecordedValue($0, at: pointer + [key]) }
  }

  /// A member that must be there.
  func member(_ key: String) throws(RecordShapeError) -> RecordedValue {
    _ = try entries
    guard let member = self[key] else { throw error("lacks `\(key)`") }
    return member
  }

  /// The text of a member that must be there.
  func text(_ key: String) throws(RecordShapeError) -> String { try member(key).text }

  /// The text of a member that may be missing.
  func optionalText(_ key: String) throws(RecordShapeError) -> String? {
    guard let member = self[key] else { return nil }
    return try member.text
  }

  /// Whether a member is there and true.
  func flag(_ key: String) throws(RecordShapeError) -> Bool {
    guard let member = self[key] else { return false }
    guard let flag = member.json.bool else { throw member.error("is neither true nor false") }
    return flag
  }

  /// The items of a member; none when it is missing.
  func list(_ key: String) throws(RecordShapeError) -> [RecordedValue] {
    guard let member = self[key] else { return [] }
    return try member.items
  }

  /// The entries of a member by their keys; none when it is missing.
  func table(_ key: String) throws(RecordShapeError) -> [(key: String, value: RecordedValue)] {
    guard let member = self[key] else { return [] }
    return try member.entries
  }

  /// This as a text.
  var text: String {
    get throws(RecordShapeError) {
      guard let text = json.string else { throw error("is no text") }
      return text
    }
  }

  /// This as a list of texts.
  var texts: [String] {
    get throws(RecordShapeError) {
      try items.map { item throws(RecordShapeError) in try item.text }
    }
  }

  /// The items of this.
  var items: [RecordedValue] {
    get throws(RecordShapeError) {
      guard let items = json.array else { throw error("is no list") }
      return items.enumerated().map { RecordedValue($1, at: pointer + [String($0)]) }
    }
  }

  /// The entries of this by their keys.
  var entries: [(key: String, value: RecordedValue)] {
    get throws(RecordShapeError) {
      guard let object = json.object else { throw error("is no object") }
      return object.members.map { ($0.key, RecordedValue($0.value, at: pointer + [$0.key])) }
    }
  }

  /// Says that something is wrong with this.
  func error(_ problem: String) -> RecordShapeError {
    RecordShapeError(pointer: JSONPointer(pointer), problem: problem)
  }
}

extension RecordedValue {
  /// A member; nil when it is missing or null.
  func given(_ key: String) -> RecordedValue? {
    guard let member = self[key], !member.json.isNull else { return nil }
    return member
  }

  /// The number of a member that must be there, with its lexeme.
  func number(_ key: String) throws(RecordShapeError) -> JSONNumber {
    let member = try member(key)
    guard let number = member.json.number else { throw member.error("is no number") }
    return number
  }

  /// The number of a member that may be missing or null.
  func optionalNumber(_ key: String) throws(RecordShapeError) -> JSONNumber? {
    guard given(key) != nil else { return nil }
    return try number(key)
  }

  /// The whole number of a member that must be there.
  func integer(_ key: String) throws(RecordShapeError) -> Int {
    let member = try member(key)
    guard let integer = member.json.integer.flatMap({ Int(exactly: $0) }) else {
      throw member.error("is no whole number")
    }
    return integer
  }

  /// The choice that a member names.
  func choice<Choice: RawRepresentable>(
    _ key: String, _ type: Choice.Type = Choice.self
  ) throws(RecordShapeError) -> Choice where Choice.RawValue == String {
    let member = try member(key)
    guard let choice = Choice(rawValue: try member.text) else {
      throw member.error("is nothing that is known there")
    }
    return choice
  }
}
