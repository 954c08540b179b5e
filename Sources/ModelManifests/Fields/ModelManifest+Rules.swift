public import Diagnostics
import YAMLSource

/// What concerns several keys of a model at once.
extension ModelManifest {
  mutating func check(_ entries: [YAMLEntry], _ decoding: inout Decoding) {
    for entry in entries {
      if let key = entry.keyText { keyRanges[key] = entry.key.place }
    }
    decoding.checkService(entries)
    decoding.checkExclusive(
      ["domain", "domains"], entries, hint: "keep one; both work with every server")
    if keyRanges["domain"] != nil, keyRanges["domains"] != nil {
      domains = .absent
      note(unread: "domains")
    }
    checkTiers(&decoding)
    checkOwners(&decoding)
  }

  private func checkTiers(_ decoding: inout Decoding) {
    var tiers = (tags.value ?? []).filter(\.value.isTier)
    if case .value(let tier) = tier { tiers.append(tier) }
    tiers.sort { $0.range.start < $1.range.start }
    guard let first = tiers.first else { return }
    let field = FieldPath("tags")
    for tier in tiers.dropFirst() where tier.value != first.value {
      decoding.within(field) { decoding in
        decoding.report(
          .contradictoryMembers,
          "a model has one tier, and `\(first.value)` is given too", hint: "keep one",
          at: tier.range, notes: [Diagnostic.Note("the other is here", at: first.range)])
      }
    }
  }

  private func checkOwners(_ decoding: inout Decoding) {
    guard let first = owners.value?.first, let offender = ownerBesideTeam else { return }
    decoding.within(FieldPath("owners")) { decoding in
      decoding.report(
        .contradictoryMembers, "a model is owned by users or by one team, not by both",
        hint: "keep the users, or one team", at: offender.range,
        notes: [Diagnostic.Note("the first owner is here", at: first.range)])
    }
  }
}

extension ModelManifest {
  /// The first owner that cannot stand beside those before it, which decoding has reported.
  ///
  /// OpenMetadata wants any number of users or exactly one team.
  public var ownerBesideTeam: Located<OwnerName>? {
    let owners = self.owners.value ?? []
    guard let first = owners.first else { return nil }
    return owners.dropFirst().first { $0.value.kind == .team || first.value.kind == .team }
  }
}
