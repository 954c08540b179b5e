import Diagnostics
import JSONDocuments
import Publishing
import Reconciler

/// The schema of the JSON report; members may be added to it within a schema version.
enum ReportSchema {
  static var body: JSONObject {
    let schema = Shape.object([
      ("schemaVersion", ["const": 1]),
      ("tool", Shape.object([("name", Shape.text), ("version", Shape.text)])),
      ("mode", Shape.words(["check", "publish", "offline", "drift", "doctor"])),
      ("server", Shape.optional(Shape.object([("url", Shape.text), ("version", Shape.text)]))),
      (
        "services",
        Shape.list(
          Shape.object([
            ("name", Shape.text), ("action", Shape.words(["create", "restore", "none"])),
          ]))
      ),
      ("models", Shape.list(model)),
      ("selection?", selection),
      ("references", Shape.counts(["declared", "resolved", "unresolved", "notChecked"])),
      ("registries", Shape.counts(["declared", "resolved", "unresolved", "notChecked"])),
      ("diagnostics", Shape.list(diagnostic)),
      ("requests", Shape.counts(["total", "writes", "retries", "registries"])),
      (
        "summary",
        Shape.counts([
          "create", "update", "restore", "none", "blocked", "failed", "conflicts", "errors",
          "warnings",
        ])
      ),
      (
        "notChecked?",
        Shape.list(
          Shape.object([("subject", Shape.text), ("count", Shape.whole), ("reason", Shape.text)]))
      ),
      ("fixed?", Shape.list(diagnostic)),
      ("comparison?", comparison),
      ("plan?", Shape.object([("path", Shape.text), ("digest", Shape.text)])),
      ("checks?", Shape.list(check)),
      (
        "rules?",
        Shape.list(
          Shape.object([
            ("rule", Shape.text), ("title", Shape.text), ("assumed", Shape.text),
            ("observed", Shape.optionalText),
            ("holds", Shape.flag), ("source", Shape.text),
          ]))
      ),
      (
        "settings?",
        Shape.list(
          Shape.object([
            ("name", Shape.text), ("value", Shape.optionalText), ("origin", Shape.text),
          ]))
      ),
    ])
    return schema.object ?? JSONObject()
  }

  private static var model: JSON {
    Shape.object([
      ("manifest", Shape.text), ("name", Shape.text), ("fullyQualifiedName", Shape.text),
      ("action", Shape.words(ModelResult.Action.allCases.map(\.rawValue))),
      ("versionBefore", Shape.optionalText), ("versionAfter", Shape.optionalText),
      ("breaking", Shape.flag),
      ("url", Shape.optionalText),
      ("registered", Shape.optional(registered)),
      ("changes", Shape.list(change)),
      (
        "kept",
        Shape.list(
          Shape.object([
            ("path", Shape.text), ("value", Shape.anything), ("updatedBy", Shape.optionalText),
            ("updatedAt", Shape.optionalText),
          ]))
      ),
      (
        "conflicts",
        Shape.list(
          Shape.object([
            ("path", Shape.text), ("catalog", Shape.anything), ("manifest", Shape.anything),
            ("updatedBy", Shape.text),
            ("updatedAt", Shape.text),
          ]))
      ),
      ("edges", Shape.list(edge)),
      ("drift?", Shape.list(drift)),
    ])
  }

  private static var check: JSON {
    Shape.object([
      ("subject", Shape.words(Checkup.Subject.allCases.map(\.rawValue))),
      ("state", Shape.words(["ok", "doubtful", "problem", "notChecked"])), ("detail", Shape.text),
      ("code", Shape.optionalText), ("hint", Shape.optionalText),
    ])
  }

  private static var drift: JSON {
    Shape.object([
      ("kind", Shape.words(Drift.Kind.allCases.map(\.rawValue))), ("code", code),
      ("subject", Shape.text),
      ("path", Shape.optionalText), ("published", Shape.anything), ("current", Shape.anything),
      ("updatedBy", Shape.optionalText), ("updatedAt", Shape.optionalText),
    ])
  }

  private static var selection: JSON {
    Shape.object([
      ("select", Shape.list(Shape.text)), ("shard", Shape.optionalText), ("described", Shape.whole),
      ("matched", Shape.whole),
      ("selected", Shape.whole),
    ])
  }

  private static var change: JSON {
    Shape.object([
      ("path", Shape.text), ("before", Shape.anything), ("after", Shape.anything),
      ("origin", Shape.text),
      ("breaking", Shape.flag),
    ])
  }

  private static var comparison: JSON {
    let former = Shape.object([
      ("fullyQualifiedName", Shape.text), ("manifest", Shape.text), ("similarity", Shape.whole),
    ])
    let model = Shape.object([
      ("change", Shape.words(ModelComparison.Change.allCases.map(\.rawValue))),
      ("name", Shape.text),
      ("fullyQualifiedName", Shape.text), ("manifest", Shape.text),
      ("former", Shape.optional(former)),
      ("breaking", Shape.flag), ("changes", Shape.list(change)),
      ("renamedFeatures", Shape.list(Shape.object([("from", Shape.text), ("to", Shape.text)]))),
      ("obstacle", Shape.optionalText), ("downstream", Shape.optional(downstream)),
    ])
    return Shape.object([
      ("reference", Shape.text), ("commit", Shape.text), ("mergeBase", Shape.text),
      ("breaking", Shape.flag),
      ("models", Shape.list(model)), ("unchanged", Shape.whole), ("notCompared", Shape.whole),
      ("looksForRenames", Shape.flag),
    ])
  }

  private static var downstream: JSON {
    let asset = Shape.object([
      ("type", Shape.text), ("fullyQualifiedName", Shape.text), ("distance", Shape.whole),
      ("owners", Shape.optional(Shape.list(Shape.text))),
    ])
    return Shape.object([
      ("state", Shape.words(["read", "notPublished", "notAsked", "unknown"])),
      ("reason", Shape.optionalText),
      ("total", Shape.whole), ("mayGoOn", Shape.flag), ("assets", Shape.list(asset)),
    ])
  }

  private static var registered: JSON {
    Shape.object([
      ("registry", Shape.text), ("model", Shape.text), ("version", Shape.text),
      ("aliases", Shape.list(Shape.text)),
      ("stage", Shape.optionalText), ("run", Shape.optionalText),
    ])
  }

  private static var edge: JSON {
    Shape.object([
      ("from", Shape.text), ("to", Shape.text),
      ("action", Shape.words(["add", "update", "remove", "none"])),
      ("columns", Shape.list(Shape.object([("from", Shape.text), ("to", Shape.text)]))),
    ])
  }

  private static var diagnostic: JSON {
    Shape.object([
      ("code", code),
      ("severity", Shape.words(Severity.allCases.map(\.rawValue))), ("message", Shape.text),
      ("hint", Shape.optionalText), ("path", Shape.optionalText), ("line", Shape.optionalWhole),
      ("column", Shape.optionalWhole), ("endLine", Shape.optionalWhole),
      ("endColumn", Shape.optionalWhole),
      ("suppressed", Shape.flag),
      (
        "notes",
        Shape.list(
          Shape.object([
            ("message", Shape.text), ("path", Shape.optionalText), ("line", Shape.optionalWhole),
            ("column", Shape.optionalWhole),
          ]))
      ),
    ])
  }

  private static let code: JSON = ["type": "string", "pattern": "^MLC[0-9]{3}$"]
}
