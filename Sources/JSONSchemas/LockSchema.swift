import JSONDocuments
import OpenMetadataEntities
import Publishing

/// The schema of the lock: what its reader takes, with all that `lock` writes.
///
/// Keys may be added within a version of the form, and are passed over by readers that do not know
/// them.
enum LockSchema {
  static var body: JSONObject {
    let schema = Shape.object([
      ("schemaVersion", ["const": .number(JSONNumber(LockFile.schemaVersion))]),
      ("project?", ["$ref": "#/definitions/section"]),
      (
        "environments?",
        Shape.described(
          Shape.table(["$ref": "#/definitions/section"]),
          "The sections of environments, by their names")
      ),
    ])
    var body = schema.object ?? JSONObject()
    body["definitions"] = [
      "section": section, "column": column, "entities": entities,
      "registration": LockedVersionSchema.registration,
    ]
    return body
  }

  private static var section: JSON {
    Shape.object([
      (
        "openMetadata",
        Shape.described(
          ["type": "string", "pattern": "^[0-9]+[^.]*\\.[0-9]"], "The server's version")
      ),
      ("tables?", Shape.described(table, "Tables by their fully qualified names")),
      ("tags?", lookups([("source", Shape.text), ("fullyQualifiedName?", Shape.text)])),
      ("users?", lookups([("id", Shape.text), ("email?", Shape.text)])),
      ("teams?", lookups([("id", Shape.text), ("teamType", Shape.text)])),
      ("entities?", Shape.described(entityKinds, "Other things, by kind and name")),
      ("customProperties?", Shape.table(property)),
      (
        "customPropertiesForbidden?",
        Shape.described(Shape.text, "Why the custom properties may not be seen")
      ),
      (
        "registrations?",
        Shape.described(
          Shape.table(["$ref": "#/definitions/registration"]),
          "Registered versions, by how the files name them")
      ),
      (
        "prose?",
        Shape.described(
          Shape.table(Shape.table(Shape.object([("digest", Shape.text)]))),
          "Digests (SHA-256) of the catalog's texts, by model and field path")
      ),
    ])
  }

  // MARK: The catalog

  private static var table: JSON {
    lookups([
      ("id", Shape.text), ("version?", Shape.optionalNumber), ("fullyQualifiedName?", Shape.text),
      ("deprecated?", Shape.flag), ("tags?", Shape.list(Shape.text)),
      ("columns", Shape.list(["$ref": "#/definitions/column"])),
    ])
  }

  private static var column: JSON {
    Shape.object([
      ("name", Shape.text), ("dataType", Shape.text), ("arrayDataType?", Shape.text),
      ("tags?", Shape.list(Shape.text)),
      ("children?", Shape.list(["$ref": "#/definitions/column"])),
    ])
  }

  /// Things of one kind.
  private static var entities: JSON {
    lookups([("id", Shape.text), ("status?", Shape.text), ("fullyQualifiedName?", Shape.text)])
  }

  private static var entityKinds: JSON {
    let kinds = NamedEntity.Kind.allCases.map {
      JSONObject.Member(key: $0.rawValue, value: ["$ref": "#/definitions/entities"])
    }
    return [
      "type": "object", "properties": .object(JSONObject(kinds)), "additionalProperties": false,
    ]
  }

  private static var property: JSON {
    Shape.object([("type", Shape.text), ("config?", Shape.anything)])
  }

  /// Entries by their names: what a thing is, or that it is not there, or may not be seen.
  private static func lookups(_ members: [(String, JSON)]) -> JSON {
    let required = members.map(\.0).filter { !$0.hasSuffix("?") }
    let optional = members.map { member in
      required.contains(member.0) ? ("\(member.0)?", member.1) : member
    }
    let entry = Shape.object(
      optional + [
        ("deleted?", Shape.flag), ("missing?", Shape.flag), ("forbidden?", Shape.text),
        ("suggestions?", Shape.list(Shape.text)),
      ])
    var object = entry.object ?? JSONObject()
    object["anyOf"] = [
      ["required": .array(required.map { .string($0) })],
      ["required": ["missing"], "properties": ["missing": ["const": true]]],
      ["required": ["forbidden"]],
    ]
    return Shape.table(.object(object))
  }
}
