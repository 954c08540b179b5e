import JSONDocuments

/// What one environment's catalog and registries say about what the manifests name, as JSON.
struct LockSection {
  /// The members, each kind of thing by its names.
  private(set) var document: JSONObject

  /// Takes a section of a lock.
  init(_ document: JSONObject) {
    self.document = document
  }

  /// This section where `other` says nothing of a thing: what a part of the manifests names, over
  /// what all of them did.
  func overlaid(by other: LockSection) -> LockSection {
    var merged = document
    for member in other.document.members {
      merged[member.key] =
        switch member.key {
        case "customProperties": member.value
        case "entities":
          JSON(
            entries: (merged[member.key]?.entries ?? [:]).merging(member.value.entries) {
              Self.overlaying($0, $1)
            })
        default: merged[member.key].map { Self.overlaying($0, member.value) } ?? member.value
        }
    }
    if other.document["customProperties"] != nil { merged["customPropertiesForbidden"] = nil }
    if other.document["customPropertiesForbidden"] != nil { merged["customProperties"] = nil }
    return LockSection(merged)
  }

  /// The entries of both, those of the second before those of the first; of plain values the second.
  private static func overlaying(_ first: JSON, _ second: JSON) -> JSON {
    guard first.object != nil, second.object != nil else { return second }
    return JSON(entries: first.entries.merging(second.entries) { $1 }) ?? second
  }

  /// The e-mail addresses that are kept.
  var emails: Set<String> {
    Set((document["users"]?.object?.members ?? []).compactMap { $0.value["email"]?.string })
  }
}
