import JSONDocuments

/// Reads values as the server's own classes would: strict about members, lenient about scalars.
struct ShapeReader {
  let line: ServerLine

  /// The value without null members, scalars as the shape has them.
  ///
  /// - Throws: 400, with the member's name in it.
  func read(_ value: JSON, as shape: Shape, at path: String) throws(CatalogFault) -> JSON {
    switch shape {
    case .any: return value
    case .text(let minimum, let maximum):
      return .string(try text(value, at: path, from: minimum, to: maximum))
    case .name: return .string(try name(value, at: path))
    case .columnName: return .string(try columnName(value, at: path))
    case .customPropertyName: return .string(try customPropertyName(value, at: path))
    case .email: return .string(try email(value, at: path))
    case .uri: return .string(try uri(value, at: path))
    case .boolean: return .bool(try boolean(value, at: path))
    case .integer: return try integer(value, at: path)
    case .number: return try number(value, at: path)
    case .oneOf(let words): return .string(try word(value, of: words, at: path))
    case .list(let element): return try list(value, of: element, at: path)
    case .recursive(let shape): return try read(value, as: shape(), at: path)
    case .object(let members, let others):
      guard case .object(let object) = value else { throw mismatch("object", at: path) }
      return .object(try self.object(object, members, others: others, at: path))
    }
  }

  /// The members that are not null, each in its shape, in the order of the shape.
  func object(
    _ object: JSONObject, _ members: [Shape.Member], others: Shape.Others = .refused,
    at path: String
  ) throws(CatalogFault) -> JSONObject {
    let known = members.filter { $0.lines.contains(line) }
    var result: [JSONObject.Member] = []
    for member in object.members {
      let place = path.isEmpty ? member.key : "\(path).\(member.key)"
      guard let rule = known.first(where: { $0.name == member.key }) else {
        if others == .refused {
          throw .badRequest(
            "Unrecognized field \"\(member.key)\" (at \(place)), not marked as ignorable")
        }
        if others == .kept, !member.value.isNull { result.append(member) }
        continue
      }
      if member.value.isNull { continue }
      result.append(
        JSONObject.Member(
          key: member.key, value: try read(member.value, as: rule.shape, at: place)))
    }
    for rule in known where rule.isRequired && !result.contains(where: { $0.key == rule.name }) {
      let place = path.isEmpty ? rule.name : "\(path).\(rule.name)"
      throw .badRequest("[query param \(place) must not be null]")
    }
    return Self.ordered(result, known)
  }

  private static func ordered(
    _ members: [JSONObject.Member], _ rules: [Shape.Member]
  ) -> JSONObject {
    let order = Dictionary(rules.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let sorted = members.enumerated().sorted { left, right in
      (order[left.element.key] ?? .max, left.offset)
        < (order[right.element.key] ?? .max, right.offset)
    }
    return JSONObject(sorted.map(\.element))
  }

  private func list(_ value: JSON, of element: Shape, at path: String) throws(CatalogFault) -> JSON
  {
    guard case .array(let elements) = value else { throw mismatch("array", at: path) }
    var result: [JSON] = []
    result.reserveCapacity(elements.count)
    for (index, value) in elements.enumerated() {
      result.append(try read(value, as: element, at: "\(path)[\(index)]"))
    }
    return .array(result)
  }

  private func text(
    _ value: JSON, at path: String, from minimum: Int, to maximum: Int
  ) throws(CatalogFault) -> String {
    let text: String
    switch value {
    case .string(let value): text = value
    case .number(let number): text = number.lexeme
    case .bool(let value): text = String(value)
    default: throw mismatch("string", at: path)
    }
    // Java counts UTF-16 units.
    let count = maximum == .max ? minimum : text.utf16.count
    if count < minimum || count > maximum {
      throw .badRequest("[query param \(path) size must be between \(minimum) and \(maximum)]")
    }
    return text
  }

  private func name(_ value: JSON, at path: String) throws(CatalogFault) -> String {
    let text = try text(value, at: path, from: 1, to: 256)
    if text.isEmpty {
      throw .badRequest("[query param \(path) size must be between 1 and 256]")
    }
    guard NamePattern.admits(text, line: line) else {
      throw .badRequest(
        "[query param \(path) must match \"\(NamePattern.text(line: line))\"]")
    }
    return text
  }

  /// Later lines take what databases take; the colons would make the qualified name ambiguous.
  private func columnName(_ value: JSON, at path: String) throws(CatalogFault) -> String {
    let text = try text(value, at: path, from: 1, to: line < ServerLine(2, 0) ? 256 : .max)
    guard !text.isEmpty, !text.contains("::") else {
      throw .badRequest("[query param \(path) must match \"^((?!::).)*$\"]")
    }
    return text
  }

  private func customPropertyName(_ value: JSON, at path: String) throws(CatalogFault) -> String {
    let text = try name(value, at: path)
    guard NamePattern.admits(customProperty: text, line: line) else {
      throw .badRequest(
        "[query param \(path) must match \"\(NamePattern.customProperty)\"]")
    }
    return text
  }

  private func email(_ value: JSON, at path: String) throws(CatalogFault) -> String {
    let text = try text(value, at: path, from: 6, to: 127)
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    if sides.count != 2 || sides.contains("") || text.contains(where: \.isWhitespace) {
      throw .badRequest("[query param \(path) must be a well-formed email address]")
    }
    return text
  }

  private func uri(_ value: JSON, at path: String) throws(CatalogFault) -> String {
    let text = try text(value, at: path, from: 0, to: .max)
    let isBad = text.unicodeScalars.contains {
      $0.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains($0)
    }
    if isBad { throw .badRequest("\(path): Illegal character in URI: \(text)") }
    return text
  }

  private func boolean(_ value: JSON, at path: String) throws(CatalogFault) -> Bool {
    switch value {
    case .bool(let value): return value
    case .string("true"): return true
    case .string("false"): return false
    default: throw mismatch("boolean", at: path)
    }
  }

  private func integer(_ value: JSON, at path: String) throws(CatalogFault) -> JSON {
    if value.integer != nil { return value }
    if let text = value.string, let number = Int64(text) { return .number(JSONNumber(number)) }
    throw mismatch("integer", at: path)
  }

  private func number(_ value: JSON, at path: String) throws(CatalogFault) -> JSON {
    guard value.number != nil else { throw mismatch("number", at: path) }
    return value
  }

  private func word(_ value: JSON, of words: [Shape.Word], at path: String) throws(CatalogFault)
    -> String
  {
    if let text = value.string,
      words.contains(where: { $0.text == text && $0.lines.contains(line) })
    {
      return text
    }
    let known = words.filter { $0.lines.contains(line) }.map(\.text)
    throw .badRequest(
      "Cannot deserialize value at \(path): not one of the values accepted for Enum class: "
        + "[\(known.joined(separator: ", "))]")
  }

  private func mismatch(_ type: String, at path: String) -> CatalogFault {
    .badRequest("Cannot deserialize value of type `\(type)` at \(path)")
  }
}
