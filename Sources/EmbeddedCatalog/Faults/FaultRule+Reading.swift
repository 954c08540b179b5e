import JSONDocuments

/// Reading a rule.
extension FaultRule {
  private static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

  /// The members besides the common ones, by the name of the fault.
  private static let members = [
    "latency": ["milliseconds"],
    "status": ["status", "message", "retryAfter", "performed"],
    "html": ["status", "performed"],
    "reset": ["performed"],
    "truncate": ["bytes"],
    "drip": ["bytesPerSecond"],
    "dropInvalidColumns": [],
    "dropColumns": [],
    "dropNestedChanges": ["always"],
    "guardFields": [],
    "redrawEdges": [],
    "foldVersions": [],
    "denyField": ["field"],
    "foreignWrite": ["type", "name", "patch"],
    "foreignDelete": ["type", "name"],
    "strongEntityTagMismatch": [],
    "expiredToken": [],
    "staleRead": [],
  ]

  /// - Throws: ``FaultFileError`` for what is unknown, missing or out of range.
  init(_ fields: FaultFields) throws(FaultFileError) {
    guard fields.value.object != nil else { throw fields.fault("expected an object") }
    guard let name = try fields.string("fault") else { throw fields.fault("'fault' is missing") }
    guard let own = Self.members[name] else {
      let known = Self.members.keys.sorted().joined(separator: ", ")
      throw fields.fault("unknown fault '\(name)'; known: \(known)", at: "fault")
    }
    try fields.demand(only: ["match", "nth", "times", "fault"] + own, in: "the fault '\(name)'")
    fault = try Self.fault(name, fields)
    first = try fields.integer("nth", in: 1...1_000_000) ?? 1
    times = try fields.integer("times", in: 1...1_000_000)
    let match = fields.fields("match")
    try match?.demand(only: ["method", "path"], in: "'match'")
    method = try match?.string("method")
    if let match, let method, !Self.methods.contains(method) {
      let known = Self.methods.joined(separator: ", ")
      throw match.fault("unknown method '\(method)'; known: \(known)", at: "method")
    }
    let text = try match?.string("path")
    pathText = text ?? "any path"
    path = text.flatMap(PathPattern.init)
    if let match, text != nil, path == nil {
      throw match.fault(
        "expected a path such as /api/v1/tables/name/*, percent-encoded and without a query",
        at: "path")
    }
  }

  private static func foreignWrite(
    _ fields: FaultFields, patch: JSON?
  ) throws(FaultFileError) -> ForeignWrite {
    ForeignWrite(
      type: try fields.requiredString("type"), name: try fields.requiredString("name"),
      patch: patch)
  }

  private static func fault(_ name: String, _ fields: FaultFields) throws(FaultFileError) -> Fault {
    switch name {
    case "latency":
      .latency(milliseconds: try fields.requiredInteger("milliseconds", in: 1...600_000))
    case "status":
      .status(
        try fields.requiredInteger("status", in: 400...599),
        message: try fields.string("message"),
        retryAfter: try fields.integer("retryAfter", in: 0...86_400),
        isPerformed: try fields.flag("performed"))
    case "html":
      .html(
        status: try fields.integer("status", in: 200...599) ?? 502,
        isPerformed: try fields.flag("performed"))
    case "reset": .reset(isPerformed: try fields.flag("performed"))
    case "truncate": .truncate(bytes: try fields.integer("bytes", in: 0...16_777_216))
    case "drip":
      .drip(bytesPerSecond: try fields.requiredInteger("bytesPerSecond", in: 1...1_000_000))
    case "dropInvalidColumns": .dropInvalidColumns
    case "dropColumns": .dropColumns
    case "dropNestedChanges": .dropNestedChanges(always: try fields.flag("always"))
    case "guardFields": .guardFields
    case "redrawEdges": .redrawEdges
    case "foldVersions": .foldVersions
    case "denyField": .denyField(try fields.requiredString("field"))
    case "foreignWrite": .foreignWrite(try foreignWrite(fields, patch: try fields.requiredPatch()))
    case "foreignDelete": .foreignWrite(try foreignWrite(fields, patch: nil))
    case "strongEntityTagMismatch": .strongEntityTagMismatch
    case "expiredToken": .expiredToken
    default: .staleRead
    }
  }
}
