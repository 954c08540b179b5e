import JSONDocuments

/// The parts that schemas of JSON documents are put together from.
enum Shape {
  static let text: JSON = ["type": "string"]
  static let optionalText: JSON = ["type": ["string", "null"]]
  static let optionalNumber: JSON = ["type": ["number", "null"]]
  static let whole: JSON = ["type": "integer", "minimum": 0]
  static let optionalWhole: JSON = ["type": ["integer", "null"], "minimum": 1]
  static let flag: JSON = ["type": "boolean"]
  static let anything: JSON = true

  static func words(_ words: [String]) -> JSON {
    ["enum": .array(words.map { .string($0) })]
  }

  static func list(_ items: JSON) -> JSON { ["type": "array", "items": items] }

  /// An object with any keys, whose values are of one shape.
  static func table(_ entries: JSON) -> JSON {
    ["type": "object", "additionalProperties": entries]
  }

  static func optional(_ schema: JSON) -> JSON { either([schema, ["type": "null"]]) }

  static func either(_ schemas: [JSON]) -> JSON { ["anyOf": .array(schemas)] }

  static func counts(_ names: [String]) -> JSON { object(names.map { ($0, whole) }) }

  /// An object; a name with a question mark may be missing.
  static func object(_ members: [(String, JSON)]) -> JSON {
    func name(_ key: String) -> String { key.hasSuffix("?") ? String(key.dropLast()) : key }
    return [
      "type": "object",
      "required": .array(members.map(\.0).filter { !$0.hasSuffix("?") }.map { .string($0) }),
      "properties": .object(
        JSONObject(members.map { JSONObject.Member(key: name($0.0), value: $0.1) })),
    ]
  }

  /// A schema with words about what it describes.
  static func described(_ schema: JSON, _ words: String) -> JSON {
    var object = schema.object ?? JSONObject()
    object["description"] = .string(words)
    return .object(object)
  }
}
