import JSONDocuments

/// Labels: a PUT only adds, a PATCH replaces.
extension EntityUpdate {
  mutating func replaceTags(_ name: String) throws(CatalogFault) {
    let tags = try merged(original[name]?.array ?? [], updated[name]?.array ?? [])
    recordTags(name, original[name]?.array ?? [], tags)
    updated[name] = tags.isEmpty ? nil : .array(tags)
  }

  /// The labels that are stored for the old and the sent ones, checked for exclusion.
  func merged(_ old: [JSON], _ new: [JSON]) throws(CatalogFault) -> [JSON] {
    guard isPut else { return new }
    var tags = old
    for tag in new where !old.contains(where: { Self.isSame($0, tag) }) {
      if overridesMetadata, line.guardsFieldsFromBots, let tier = Self.tier(tag) {
        tags.removeAll { Self.tier($0).map { $0 != tier } ?? false }
      }
      tags.append(tag)
    }
    try TagCheck(context).exclusion(tags)
    return tags
  }

  mutating func recordTags(_ name: String, _ old: [JSON], _ new: [JSON]) {
    changes.record(
      name, added: new.filter { tag in !old.contains { Self.isSame($0, tag) } },
      deleted: old.filter { tag in !new.contains { Self.isSame($0, tag) } }, .minor)
  }

  static func isSame(_ left: JSON, _ right: JSON) -> Bool {
    left["tagFQN"] == right["tagFQN"] && left["source"] == right["source"]
  }

  private static func tier(_ tag: JSON) -> String? {
    tag["tagFQN"]?.string.flatMap { $0.hasPrefix("Tier.") ? $0 : nil }
  }
}
