import JSONDocuments
import RegisteredModels

/// What a lock holds of a registered version.
enum LockedVersionSchema {
  /// A version, or why there is none.
  static var registration: JSON { Shape.either([refusal, version]) }

  private static var refusal: JSON {
    Shape.object([
      (
        "refused",
        Shape.object([
          ("subject", Shape.words(RegistryRefusal.Subject.allCases.map(\.rawValue))),
          ("message", Shape.text), ("hint?", Shape.text),
        ])
      )
    ])
  }

  private static var version: JSON {
    let texts = [
      "algorithm", "description", "gitCommit", "imageRepository", "server", "sourceUrl", "stage",
      "storage", "target",
    ]
    var schema =
      Shape.object(
        [
          ("address", address), ("model", Shape.text), ("version", Shape.text),
          ("origin", Shape.text), ("status", status), ("isArchived?", Shape.flag),
          ("hasAliases?", Shape.flag), ("hasStages?", Shape.flag),
          (
            "aliases?",
            Shape.object([("value", Shape.list(Shape.text)), ("origin", Shape.text)])
          ),
          ("signature?", signature), ("run?", run), ("parameters?", Shape.list(named)),
          ("metrics?", Shape.list(named)), ("datasets?", Shape.list(dataset)),
          ("tags?", Shape.list(tag)), ("gaps?", Shape.list(gap)),
        ] + texts.map { ("\($0)?", sourced) }
      ).object ?? JSONObject()
    schema["not"] = ["required": ["refused"]]
    return .object(schema)
  }

  /// A text with its place.
  private static var sourced: JSON {
    Shape.object([("value", Shape.text), ("origin", Shape.text)])
  }

  private static var named: JSON {
    Shape.object([("name", Shape.text), ("value", Shape.text), ("origin", Shape.text)])
  }

  private static var address: JSON {
    Shape.either([
      Shape.object([("registryUri", Shape.text), ("trackingUri", Shape.text)]),
      Shape.object([
        ("subscription", Shape.text), ("resourceGroup", Shape.text), ("registry", Shape.text),
      ]),
      Shape.object([
        ("subscription", Shape.text), ("resourceGroup", Shape.text), ("workspace", Shape.text),
      ]),
    ])
  }

  private static var status: JSON {
    Shape.either([
      Shape.words(["ready", "pending", "deleted"]),
      Shape.object([("failed", Shape.anything), ("reason?", Shape.text)]),
    ])
  }

  // MARK: Signatures, runs and data

  private static var columns: JSON {
    Shape.list(
      Shape.object([("name?", Shape.text), ("type", Shape.text), ("isOptional?", Shape.flag)]))
  }

  private static var signature: JSON {
    Shape.object([("inputs?", columns), ("outputs?", columns), ("origin", Shape.text)])
  }

  private static var run: JSON {
    Shape.object([
      ("id", Shape.text), ("status", Shape.text), ("origin", Shape.text), ("url?", Shape.text),
      ("isDeleted?", Shape.flag),
    ])
  }

  private static var dataset: JSON {
    var schema =
      Shape.object([
        ("name", Shape.text), ("digest?", Shape.text), ("context?", Shape.text),
        ("origin", Shape.text), ("columns?", columns), ("table?", Shape.list(Shape.text)),
        ("isUncertain?", Shape.flag), ("query?", Shape.text), ("type?", Shape.text),
        ("location?", Shape.text),
      ]).object ?? JSONObject()
    schema["anyOf"] = .array(["table", "query", "type"].map { ["required": [.string($0)]] })
    return .object(schema)
  }

  private static var tag: JSON {
    Shape.object([
      ("carrier", Shape.words(RegistryTag.Carrier.allCases.map(\.rawValue))),
      ("key", Shape.text), ("value", Shape.text), ("origin", Shape.text),
    ])
  }

  private static var gap: JSON {
    Shape.object([
      ("subject", Shape.words(RegistryGap.Subject.allCases.map(\.rawValue))),
      ("message", Shape.text), ("isForbidden?", Shape.flag),
    ])
  }
}
