import JSONDocuments

/// What one request, or several folded into one version, changed.
struct ChangeLog: Sendable {
  private(set) var added: [JSON] = []
  private(set) var updated: [JSON] = []
  private(set) var deleted: [JSON] = []
  private(set) var names: [String] = []
  private(set) var weight: FieldUpdate.Weight = .none

  /// Whether anything must be stored, with or without a new version.
  private(set) var didChange = false

  /// A value that came, went or became another.
  mutating func record(
    _ name: String, from old: JSON?, to new: JSON?, _ weight: FieldUpdate.Weight
  ) {
    if (old ?? .null).isExactly(new ?? .null) { return }
    add(name, from: old, to: new, weight)
  }

  /// A change as it may be shown, which may be less than it was.
  mutating func add(
    _ name: String, from old: JSON?, to new: JSON?, _ weight: FieldUpdate.Weight
  ) {
    didChange = true
    if weight == .none { return }
    self.weight = max(self.weight, weight)
    names.append(name)
    switch (old, new) {
    case (nil, let new?): added.append(["name": .string(name), "newValue": Self.value(new)])
    case (let old?, nil): deleted.append(["name": .string(name), "oldValue": Self.value(old)])
    case (let old?, let new?):
      updated.append([
        "name": .string(name), "oldValue": Self.value(old), "newValue": Self.value(new),
      ])
    case (nil, nil): break
    }
  }

  /// Elements of a list that came or went.
  mutating func record(
    _ name: String, added new: [JSON], deleted old: [JSON], _ weight: FieldUpdate.Weight
  ) {
    if !new.isEmpty { record(name, from: nil, to: .array(new), weight) }
    if !old.isEmpty { record(name, from: .array(old), to: nil, weight) }
  }

  /// Scalars stand as they are, everything else as JSON within a string.
  private static func value(_ value: JSON) -> JSON {
    switch value {
    case .array, .object: .string(value.text())
    default: value
    }
  }

  /// `ChangeDescription`, with a summary by field where the line has one.
  func document(
    previous: EntityVersion, by user: String, isBot: Bool, at now: Int64, line: ServerLine
  ) -> JSON {
    var document = JSONObject([
      .init(key: "fieldsAdded", value: .array(added)),
      .init(key: "fieldsUpdated", value: .array(updated)),
      .init(key: "fieldsDeleted", value: .array(deleted)),
      .init(key: "previousVersion", value: previous.json),
    ])
    if line.hasChangeSummary {
      var summary = JSONObject()
      for name in names {
        summary[name] = [
          "changeSource": isBot ? "Ingested" : "Manual", "changedBy": .string(user),
          "changedAt": .number(JSONNumber(now)),
        ]
      }
      document["changeSummary"] = .object(summary)
    }
    return .object(document)
  }
}
