import Diagnostics
import JSONDocuments
import Publishing
import Reconciler

/// The schema of the JSON report; members may be added to it within a schema version.
enum ReportSchema {
  static var body: JSONObject {
    let schema = object([
      ("schemaVersion", ["const": 1]),
      ("tool", object([("name", text), ("version", text)])),
      ("mode", words(["check", "publish", "offline", "drift", "doctor"])),
      ("server", optional(object([("url", text), ("version", text)]))),
      (
        "services",
        list(object([("name", text), ("action", words(["create", "restore", "none"]))]))
      ),
      ("models", list(model)),
      ("selection?", selection),
      ("references", counts(["declared", "resolved", "unresolved", "notChecked"])),
      ("registries", counts(["declared", "resolved", "unresolved", "notChecked"])),
      ("diagnostics", list(diagnostic)),
      ("requests", counts(["total", "writes", "retries", "registries"])),
      (
        "summary",
        counts([
          "create", "update", "restore", "none", "blocked", "failed", "conflicts", "errors",
          "warnings",
        ])
      ),
      ("notChecked?", list(object([("subject", text), ("count", whole), ("reason", text)]))),
      ("fixed?", list(diagnostic)),
      ("comparison?", comparison),
      ("plan?", object([("path", text), ("digest", text)])),
      ("checks?", list(check)),
      (
        "rules?",
        list(
          object([
            ("rule", text), ("title", text), ("assumed", text), ("observed", optionalText),
            ("holds", flag), ("source", text),
          ]))
      ),
      (
        "settings?", list(object([("name", text), ("value", optionalText), ("origin", text)]))
      ),
    ])
    return schema.object ?? JSONObject()
  }

  private static var model: JSON {
    object([
      ("manifest", text), ("name", text), ("fullyQualifiedName", text),
      ("action", words(ModelResult.Action.allCases.map(\.rawValue))),
      ("versionBefore", optionalText), ("versionAfter", optionalText), ("breaking", flag),
      ("url", optionalText),
      ("registered", optional(registered)),
      ("changes", list(change)),
      (
        "kept",
        list(
          object([
            ("path", text), ("value", anything), ("updatedBy", optionalText),
            ("updatedAt", optionalText),
          ]))
      ),
      (
        "conflicts",
        list(
          object([
            ("path", text), ("catalog", anything), ("manifest", anything), ("updatedBy", text),
            ("updatedAt", text),
          ]))
      ),
      ("edges", list(edge)),
      ("drift?", list(drift)),
    ])
  }

  private static var check: JSON {
    object([
      ("subject", words(Checkup.Subject.allCases.map(\.rawValue))),
      ("state", words(["ok", "doubtful", "problem", "notChecked"])), ("detail", text),
      ("code", optionalText), ("hint", optionalText),
    ])
  }

  private static var drift: JSON {
    object([
      ("kind", words(Drift.Kind.allCases.map(\.rawValue))), ("code", code), ("subject", text),
      ("path", optionalText), ("published", anything), ("current", anything),
      ("updatedBy", optionalText), ("updatedAt", optionalText),
    ])
  }

  private static var selection: JSON {
    object([
      ("select", list(text)), ("shard", optionalText), ("described", whole), ("matched", whole),
      ("selected", whole),
    ])
  }

  private static var change: JSON {
    object([
      ("path", text), ("before", anything), ("after", anything), ("origin", text),
      ("breaking", flag),
    ])
  }

  private static var comparison: JSON {
    let former = object([
      ("fullyQualifiedName", text), ("manifest", text), ("similarity", whole),
    ])
    let model = object([
      ("change", words(ModelComparison.Change.allCases.map(\.rawValue))), ("name", text),
      ("fullyQualifiedName", text), ("manifest", text), ("former", optional(former)),
      ("breaking", flag), ("changes", list(change)),
      ("renamedFeatures", list(object([("from", text), ("to", text)]))),
      ("obstacle", optionalText), ("downstream", optional(downstream)),
    ])
    return object([
      ("reference", text), ("commit", text), ("mergeBase", text), ("breaking", flag),
      ("models", list(model)), ("unchanged", whole), ("notCompared", whole),
      ("looksForRenames", flag),
    ])
  }

  private static var downstream: JSON {
    let asset = object([
      ("type", text), ("fullyQualifiedName", text), ("distance", whole),
      ("owners", optional(list(text))),
    ])
    return object([
      ("state", words(["read", "notPublished", "notAsked", "unknown"])), ("reason", optionalText),
      ("total", whole), ("mayGoOn", flag), ("assets", list(asset)),
    ])
  }

  private static var registered: JSON {
    object([
      ("registry", text), ("model", text), ("version", text), ("aliases", list(text)),
      ("stage", optionalText), ("run", optionalText),
    ])
  }

  private static var edge: JSON {
    object([
      ("from", text), ("to", text), ("action", words(["add", "update", "remove", "none"])),
      ("columns", list(object([("from", text), ("to", text)]))),
    ])
  }

  private static var diagnostic: JSON {
    object([
      ("code", code),
      ("severity", words(Severity.allCases.map(\.rawValue))), ("message", text),
      ("hint", optionalText), ("path", optionalText), ("line", optionalWhole),
      ("column", optionalWhole), ("endLine", optionalWhole), ("endColumn", optionalWhole),
      ("suppressed", flag),
      (
        "notes",
        list(
          object([
            ("message", text), ("path", optionalText), ("line", optionalWhole),
            ("column", optionalWhole),
          ]))
      ),
    ])
  }

  // MARK: Building blocks

  private static let text: JSON = ["type": "string"]
  private static let code: JSON = ["type": "string", "pattern": "^MLC[0-9]{3}$"]
  private static let optionalText: JSON = ["type": ["string", "null"]]
  private static let whole: JSON = ["type": "integer", "minimum": 0]
  private static let optionalWhole: JSON = ["type": ["integer", "null"], "minimum": 1]
  private static let flag: JSON = ["type": "boolean"]
  private static let anything: JSON = true

  private static func words(_ words: [String]) -> JSON {
    ["enum": .array(words.map { .string($0) })]
  }

  private static func list(_ items: JSON) -> JSON { ["type": "array", "items": items] }

  private static func optional(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

  private static func counts(_ names: [String]) -> JSON { object(names.map { ($0, whole) }) }

  /// An object; a name with a question mark may be missing.
  private static func object(_ members: [(String, JSON)]) -> JSON {
    func name(_ key: String) -> String { key.hasSuffix("?") ? String(key.dropLast()) : key }
    return [
      "type": "object",
      "required": .array(members.map(\.0).filter { !$0.hasSuffix("?") }.map { .string($0) }),
      "properties": .object(
        JSONObject(members.map { JSONObject.Member(key: name($0.0), value: $0.1) })),
    ]
  }
}
