import JSONDocuments

/// An object of an answer, read strictly: what is absent, null or an empty text counts as not
/// given, as MLflow's servers write all three; anything of another kind is an invalid answer.
struct AnswerObject {
  private let object: JSONObject
  private let path: String

  /// Takes an object and its place in the answer.
  init(_ object: JSONObject, path: String) {
    self.object = object
    self.path = path
  }

  private func given(_ key: String) -> JSON? {
    guard let value = object[key], !value.isNull else { return nil }
    return value
  }

  private func wrong(_ key: String, _ expected: String) -> MLflowError {
    .invalidAnswer("'\(place(key))' is not \(expected)")
  }

  private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// A text; nil when it is not given.
  func text(_ key: String) throws(MLflowError) -> String? {
    guard let value = given(key) else { return nil }
    guard let text = value.string else { throw wrong(key, "a string") }
    return text.isEmpty ? nil : text
  }

  /// A text that must be there.
  func requiredText(_ key: String) throws(MLflowError) -> String {
    guard let text = try text(key) else {
      throw .invalidAnswer("'\(place(key))' is missing")
    }
    return text
  }

  /// A whole number; protocol buffers may write one of 64 bits as a string.
  func integer(_ key: String) throws(MLflowError) -> Int64? {
    guard let value = given(key) else { return nil }
    guard let number = value.integer ?? value.string.flatMap({ Int64($0) }) else {
      throw wrong(key, "a whole number")
    }
    return number
  }

  /// A truth value.
  func bool(_ key: String) throws(MLflowError) -> Bool? {
    guard let value = given(key) else { return nil }
    guard let bool = value.bool else { throw wrong(key, "true or false") }
    return bool
  }

  /// A number as it was written, or the text by which MLflow writes one that JSON has no way for.
  func numberText(_ key: String) throws(MLflowError) -> String {
    switch given(key) {
    case .number(let number): return number.lexeme
    case .string(let text) where ["NaN", "Infinity", "-Infinity"].contains(text): return text
    default: throw wrong(key, "a number")
    }
  }

  /// An object that must be there.
  func requiredObject(_ key: String) throws(MLflowError) -> AnswerObject {
    guard let object = try object(key) else {
      throw .invalidAnswer("'\(place(key))' is missing")
    }
    return object
  }

  /// An object; nil when it is not given.
  func object(_ key: String) throws(MLflowError) -> AnswerObject? {
    guard let value = given(key) else { return nil }
    guard let object = value.object else { throw wrong(key, "an object") }
    return AnswerObject(object, path: place(key))
  }

  /// The objects of a list, which MLflow leaves out when it is empty.
  func objects(_ key: String) throws(MLflowError) -> [AnswerObject] {
    guard let value = given(key) else { return [] }
    guard let array = value.array else { throw wrong(key, "a list") }
    var objects: [AnswerObject] = []
    objects.reserveCapacity(array.count)
    for (index, element) in array.enumerated() {
      guard let object = element.object else { throw wrong("\(key)[\(index)]", "an object") }
      objects.append(AnswerObject(object, path: "\(place(key))[\(index)]"))
    }
    return objects
  }

  /// The texts of a list.
  func texts(_ key: String) throws(MLflowError) -> [String] {
    guard let value = given(key) else { return [] }
    guard let texts = value.array?.map(\.string), !texts.contains(nil) else {
      throw wrong(key, "a list of strings")
    }
    return texts.compactMap { $0 }
  }

  /// The `{key, value}` objects of a list as a dictionary; of two with one key the last counts.
  func pairs(_ key: String) throws(MLflowError) -> [String: String] {
    var pairs: [String: String] = [:]
    for object in try objects(key) {
      pairs[try object.requiredText("key")] = try object.text("value") ?? ""
    }
    return pairs
  }

  /// A list whose elements have a shape.
  func list<Element>(
    _ key: String, of shape: (AnswerObject) throws(MLflowError) -> Element
  ) throws(MLflowError) -> [Element] {
    var list: [Element] = []
    for object in try objects(key) { list.append(try shape(object)) }
    return list
  }
}
