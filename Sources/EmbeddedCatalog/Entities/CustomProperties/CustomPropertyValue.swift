import JSONDocuments

/// The values that a custom property takes.
struct CustomPropertyValue {
  /// The name of the type, such as `date-cp`.
  let type: String
  let configuration: JSON?

  /// Why a value does not fit; nil when it does.
  func mismatch(_ value: JSON) -> String? {
    switch type {
    case "integer", "timestamp":
      value.integer == nil ? "\(Self.kind(value)) found, integer expected" : nil
    case "number":
      value.number == nil ? "\(Self.kind(value)) found, number expected" : nil
    case "enum": words(value)
    case "email": text(value, "an email address") { Self.isEmail($0) }
    case "duration": text(value, "a duration such as P23DT23H") { Self.isDuration($0) }
    case "date-cp", "dateTime-cp", "time-cp":
      text(value, "in the format \(configuration?.string ?? "")") { format in
        DateFormat(configuration?.string ?? "").matches(format)
      }
    case "timeInterval": interval(value)
    case "entityReference": reference(value)
    case "entityReferenceList":
      value.array.map { $0.lazy.compactMap(reference).first } ?? "array expected"
    case "table-cp": table(value)
    case "hyperlink-cp":
      value["url"]?.string?.contains("://") == true ? nil : "required property 'url' not found"
    default: text(value, "") { _ in true }
    }
  }

  private static func kind(_ value: JSON) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .number(let number): number.lexeme.contains { ".eE".contains($0) } ? "number" : "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private func text(_ value: JSON, _ expected: String, _ fits: (String) -> Bool) -> String? {
    guard let text = value.string else { return "\(Self.kind(value)) found, string expected" }
    return fits(text) ? nil : "'\(text)' is not \(expected)"
  }

  private func words(_ value: JSON) -> String? {
    guard let chosen = value.array else { return "\(Self.kind(value)) found, array expected" }
    let known = configuration?["values"]?.array ?? []
    if chosen.count > 1, configuration?["multiSelect"] != true {
      return "only one value is allowed"
    }
    guard let other = chosen.first(where: { !known.contains($0) }) else { return nil }
    return "\(other.text()) is not one of \(JSON.array(known).text())"
  }

  private func interval(_ value: JSON) -> String? {
    let isInterval = value["start"]?.integer != nil && value["end"]?.integer != nil
    return isInterval ? nil : "an object with the integers start and end expected"
  }

  private func reference(_ value: JSON) -> String? {
    guard value["id"]?.string != nil, let type = value["type"]?.string else {
      return "an entity reference with id and type expected"
    }
    let types = configuration?.array ?? []
    return types.contains(.string(type)) ? nil : "\(type) is not one of \(JSON.array(types).text())"
  }

  private func table(_ value: JSON) -> String? {
    guard let rows = value["rows"]?.array else { return "required property 'rows' not found" }
    let columns = configuration?["columns"]?.array ?? []
    for row in rows {
      for name in row.object?.keys ?? [] where !columns.contains(.string(name)) {
        return "column '\(name)' is not one of \(JSON.array(columns).text())"
      }
    }
    return nil
  }

  private static func isEmail(_ text: String) -> Bool {
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && !sides.contains("") && !text.contains(where: \.isWhitespace)
  }

  /// ISO 8601, such as `P1Y2M3DT4H5M6S`.
  private static func isDuration(_ text: String) -> Bool {
    let pattern = #/P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?/#
    return text.wholeMatch(of: pattern) != nil
  }
}
