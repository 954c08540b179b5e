import JSONDocuments
import ModelManifests

/// The rows of the field table as JSON Schema.
enum FieldSchema {
  /// What a plain scalar may become on its way through a YAML reader; all are taken as text.
  private static let scalars: [JSON] = ["string", "number", "boolean"]

  /// A mapping with these keys, and with any that begin with `x-`.
  static func record(_ fields: [FieldDescription], isNullable: Bool = false) -> JSONObject {
    var schema = JSONObject()
    schema["type"] = type(["object"], isNullable)
    schema["properties"] = .object(
      JSONObject(
        fields.map { JSONObject.Member(key: $0.key, value: .object(property($0))) }))
    schema["patternProperties"] = ["^x-": true]
    schema["additionalProperties"] = false
    let required = fields.filter { $0.isRequired && $0.unless == nil }.map(\.key)
    if !required.isEmpty { schema["required"] = .array(required.map { .string($0) }) }
    let choices = fields.compactMap { field in
      field.unless.map { other in [needs(field.key), needs(other)] as [JSON] }
    }
    let alternatives = fields.filter(\.isAlternative).map { needs($0.key) }
    let choice = choices.first ?? alternatives
    if !choice.isEmpty { schema["anyOf"] = .array(choice) }
    return schema
  }

  private static func needs(_ key: String) -> JSON { ["required": .array([.string(key)])] }

  private static func property(_ field: FieldDescription) -> JSONObject {
    var schema = JSONObject()
    schema["description"] = .string(field.summary)
    if let example = ExampleValue.json(field.example) {
      schema["examples"] = .array([example])
    }
    for member in shape(field.shape, isNullable: field.isNullable).members {
      schema[member.key] = member.value
    }
    return schema
  }

  private static func shape(_ shape: FieldShape, isNullable: Bool = false) -> JSONObject {
    var schema = JSONObject()
    switch shape {
    case .text, .value: schema["type"] = type(scalars, isNullable)
    case .words(let words):
      schema["enum"] = .array(words.map { .string($0) } + (isNullable ? [.null] : []))
    case .list(let inner):
      schema["type"] = type(["array"], isNullable)
      schema["items"] = .object(self.shape(inner))
    case .record(let fields): return record(fields, isNullable: isNullable)
    case .dictionary(let inner):
      schema["type"] = type(["object"], isNullable)
      schema["patternProperties"] = ["^x-": true]
      schema["additionalProperties"] = .object(self.shape(inner))
    case .anything: break
    }
    return schema
  }

  private static func type(_ types: [JSON], _ isNullable: Bool) -> JSON {
    let all = isNullable ? types + ["null"] : types
    return all.count == 1 ? all[0] : .array(all)
  }
}
