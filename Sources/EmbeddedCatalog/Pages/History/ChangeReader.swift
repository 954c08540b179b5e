import JSONDocuments

/// Reads a `ChangeDescription` as changes of single values.
///
/// OpenMetadata tells a changed element of a list as one that went and one that came. Elements of
/// the same name are brought together again, so that only what differs between them is shown.
struct ChangeReader {
  /// What says nothing to people about an element.
  private static let noise: Set<String> = [
    "id", "href", "deleted", "fullyQualifiedName", "type", "labelType", "state", "style",
    "ordinalPosition",
  ]
  private static let prose: Set<String> = ["description", "displayName", "sqlQuery"]

  /// The changes in the order in which the server tells them.
  static func changes(in description: JSON) -> [FieldChange] {
    var order: [String] = []
    var values: [String: (old: JSON?, new: JSON?)] = [:]
    for (list, hasOld, hasNew) in [
      ("fieldsAdded", false, true), ("fieldsUpdated", true, true), ("fieldsDeleted", true, false),
    ] {
      for field in description[list]?.array ?? [] {
        let name = field["name"]?.string ?? ""
        if values[name] == nil { order.append(name) }
        var pair = values[name] ?? (nil, nil)
        if hasOld { pair.old = value(field["oldValue"], of: name) }
        if hasNew { pair.new = value(field["newValue"], of: name) }
        values[name] = pair
      }
    }
    return order.flatMap { name in
      compare(values[name]?.old, values[name]?.new, at: path(name))
    }
  }

  /// `columns.<name>.constraint` as its three steps; the name in the middle may hold dots itself.
  private static func path(_ name: String) -> [FieldChange.Step] {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return [.field(name)]
    }
    if parts.count == 2 { return [.field(first), .element(last)] }
    let element = parts.dropFirst().dropLast().joined(separator: ".")
    return [.field(first), .element(element), .field(last)]
  }

  /// Lists and objects stand as JSON within a string; prose is always what it is.
  private static func value(_ value: JSON?, of name: String) -> JSON? {
    guard let text = value?.string, let last = name.split(separator: ".").last,
      !prose.contains(String(last)), text.hasPrefix("[") || text.hasPrefix("{"),
      let parsed = try? JSON(parsing: text)
    else { return value }
    return parsed
  }

  // MARK: Comparing

  private static func compare(_ old: JSON?, _ new: JSON?, at path: [FieldChange.Step])
    -> [FieldChange]
  {
    if old == new { return [] }
    let before = old?.array ?? (old == nil ? [] : nil)
    let after = new?.array ?? (new == nil ? [] : nil)
    if let before, let after { return compareLists(before, after, at: path) }
    if case .object(let before)? = old, case .object(let after)? = new {
      let keys = before.keys + after.keys.filter { before[$0] == nil }
      return keys.filter { !noise.contains($0) }.flatMap {
        compare(before[$0], after[$0], at: path + [.field($0)])
      }
    }
    return [FieldChange(path: path, old: old.map(words), new: new.map(words))]
  }

  private static func compareLists(_ old: [JSON], _ new: [JSON], at path: [FieldChange.Step])
    -> [FieldChange]
  {
    var rest = new[...]
    var changes: [FieldChange] = []
    for before in old {
      let name = identity(before)
      if let name, let match = rest.firstIndex(where: { identity($0) == name }) {
        changes += compare(before, rest[match], at: path + [.element(label(before))])
        rest.remove(at: match)
      } else {
        changes.append(FieldChange(path: path, old: words(before), new: nil))
      }
    }
    return changes + rest.map { FieldChange(path: path, old: nil, new: words($0)) }
  }

  /// What makes an element of a list the same one in another version.
  private static func identity(_ value: JSON) -> String? {
    for key in ["fullyQualifiedName", "tagFQN", "id", "name"] {
      if let text = value[key]?.string { return text }
    }
    return nil
  }

  // MARK: Words

  private static func label(_ value: JSON) -> String {
    // A reference may hold nothing but its type and id.
    for key in ["tagFQN", "displayName", "name", "fullyQualifiedName", "id"] {
      if let text = value[key]?.string, !text.isEmpty { return text }
    }
    return value.object == nil ? words(value) : value.text()
  }

  /// A value as a person would tell it: the name of a thing, then what else is known about it.
  static func words(_ value: JSON) -> String {
    switch value {
    case .string(let text): return text
    case .array(let elements): return elements.map(words).joined(separator: ", ")
    case .object(let object):
      if value["tagFQN"] != nil || value["type"] != nil && value["id"] != nil {
        return label(value)
      }
      let hasName = value["name"]?.string != nil
      let rest = object.members.filter {
        !noise.contains($0.key) && $0.key != "name" && $0.key != "dataTypeDisplay" && $0.value != []
          && !$0.value.isNull
      }
      let told = rest.map { "\(FieldName.words($0.key)): \(words($0.value))" }
        .joined(separator: "; ")
      if !hasName { return told }
      return told.isEmpty ? label(value) : "\(label(value)) (\(told))"
    default: return value.text()
    }
  }
}
