import JSONDocuments
import RegisteredModels

/// How a lock writes and reads what a registry answered: a version with all that merging and
/// comparing looks at, without its times, or why there is none.
enum LockedVersion {
  /// The entry for an answer; nil for a registry that gave none.
  static func document(_ answer: RegistryAnswer) -> JSON? {
    switch answer {
    case .version(let version): document(version)
    case .refused(let refusal):
      [
        "refused": .object(
          JSONObject(given: [
            "subject": .string(refusal.subject.rawValue), "message": .string(refusal.message),
            "hint": refusal.hint.map { .string($0) },
          ]))
      ]
    case .failed: nil
    }
  }

  /// The answer that an entry tells of.
  static func answer(_ entry: RecordedValue) throws(RecordShapeError) -> RegistryAnswer {
    guard let refused = entry["refused"] else { return .version(try version(entry)) }
    let word = try refused.member("subject")
    guard let subject = RegistryRefusal.Subject(rawValue: try word.text) else {
      throw word.error("is nothing that a registry refuses")
    }
    return .refused(
      RegistryRefusal(
        subject, try refused.text("message"), hint: try refused.optionalText("hint")))
  }

  // MARK: Versions

  private typealias TextField = (
    key: String, member: WritableKeyPath<RegisteredVersion, Sourced<String>?>
  )

  private static var textFields: [TextField] {
    [
      ("algorithm", \.algorithm), ("description", \.description), ("gitCommit", \.gitCommit),
      ("imageRepository", \.imageRepository), ("server", \.server), ("sourceUrl", \.sourceUrl),
      ("stage", \.stage), ("storage", \.storage), ("target", \.target),
    ]
  }

  private static func document(_ version: RegisteredVersion) -> JSON {
    var object = JSONObject(given: [
      "address": LockedAddress.document(version.address), "model": .string(version.model),
      "version": .string(version.version), "origin": .string(version.origin),
      "status": status(version.status), "isArchived": version.isArchived ? true : nil,
      "hasAliases": version.hasAliases ? true : nil, "hasStages": version.hasStages ? true : nil,
      "aliases": version.aliases.map {
        ["value": .array($0.value.map { .string($0) }), "origin": .string($0.origin)]
      },
      "signature": version.signature.map { LockedSignature.document($0) },
      "run": version.run.map { LockedRun.document($0) },
      "parameters": list(version.parameters) { LockedRun.document($0) },
      "metrics": list(version.metrics) { LockedRun.document($0.name, $0.value) },
      "datasets": list(version.datasets) { LockedDataset.document($0) },
      "tags": list(version.tags) { LockedTag.document($0) },
      "gaps": list(version.gaps) { LockedTag.document($0) },
    ])
    for (key, member) in textFields {
      object[key] = version[keyPath: member].map { text in
        ["value": .string(text.value), "origin": .string(text.origin)]
      }
    }
    return .object(object)
  }

  private static func version(_ entry: RecordedValue) throws(RecordShapeError) -> RegisteredVersion
  {
    var version = RegisteredVersion(
      address: try LockedAddress.address(try entry.member("address")),
      model: try entry.text("model"), version: try entry.text("version"),
      origin: try entry.text("origin"), status: try status(try entry.member("status")),
      hasAliases: try entry.flag("hasAliases"), hasStages: try entry.flag("hasStages"))
    version.isArchived = try entry.flag("isArchived")
    if let aliases = entry["aliases"] {
      version.aliases = Sourced(
        try aliases.member("value").texts, from: try aliases.text("origin"))
    }
    if let signature = entry["signature"] {
      version.signature = try LockedSignature.signature(signature)
    }
    if let run = entry["run"] { version.run = try LockedRun.run(run) }
    version.parameters = try entry.list("parameters").map { item throws(RecordShapeError) in
      RegistryParameter(name: try item.text("name"), value: try sourced(item))
    }
    version.metrics = try entry.list("metrics").map { item throws(RecordShapeError) in
      RegistryMetric(name: try item.text("name"), value: try sourced(item))
    }
    version.datasets = try entry.list("datasets").map { item throws(RecordShapeError) in
      try LockedDataset.dataset(item)
    }
    version.tags = try entry.list("tags").map { item throws(RecordShapeError) in
      try LockedTag.tag(item)
    }
    version.gaps = try entry.list("gaps").map { item throws(RecordShapeError) in
      try LockedTag.gap(item)
    }
    for (key, member) in textFields {
      if let text = entry[key] { version[keyPath: member] = try sourced(text) }
    }
    return version
  }

  /// A text with its place.
  static func sourced(_ entry: RecordedValue) throws(RecordShapeError) -> Sourced<String> {
    Sourced(try entry.text("value"), from: try entry.text("origin"))
  }

  private static func list<Element>(
    _ elements: [Element], _ document: (Element) -> JSON
  ) -> JSON? {
    elements.isEmpty ? nil : .array(elements.map(document))
  }

  // MARK: Statuses

  private static func status(_ status: RegistrationStatus) -> JSON {
    switch status {
    case .ready: "ready"
    case .pending: "pending"
    case .deleted: "deleted"
    case .failed(let reason):
      .object(JSONObject(given: ["failed": true, "reason": reason.map { .string($0) }]))
    }
  }

  private static func status(_ entry: RecordedValue) throws(RecordShapeError) -> RegistrationStatus
  {
    if entry["failed"] != nil { return .failed(try entry.optionalText("reason")) }
    switch try entry.text {
    case "ready": return .ready
    case "pending": return .pending
    case "deleted": return .deleted
    default: throw entry.error("is no status that is known")
    }
  }
}
