import Diagnostics
import ModelManifests

/// The leaves in which two descriptions of one model differ.
struct FieldDifferences {
  /// One entry for each leaf, in the order of the paths.
  let changes: [FieldChange]
  /// Features that look renamed: their new names and where these stand, by their old ones.
  let renamedFeatures: [String: Located<String>]
  /// Fields with errors on either side, which are not compared.
  let hidden: (before: [FieldPath], after: [FieldPath])

  /// Compares two descriptions; `faults` are the fields of each that cannot be told.
  init(
    from before: ModelManifest, to after: ModelManifest,
    faults: (before: [FieldPath], after: [FieldPath]) = ([], [])
  ) {
    let old = WrittenFields(before)
    let new = WrittenFields(after)
    let all = Set(old.fields.leaves.keys).union(new.fields.leaves.keys)
    let hidden = (
      before: Self.hidden(faults.before, of: old.fields, all),
      after: Self.hidden(faults.after, of: new.fields, all)
    )
    let paths = all.filter { path in
      !(hidden.before + hidden.after).contains { $0.covers(path) }
    }
    self.hidden = hidden
    let changes = paths.inTextOrder.compactMap { path -> FieldChange? in
      let values = (old: old.fields.leaves[path]?.value, new: new.fields.leaves[path]?.value)
      guard !path.kind.areSame(values.old, values.new) else { return nil }
      let place = new.fields.range(of: path) ?? Self.gap(at: path, in: after, new.fields)
      return FieldChange(
        path: path, before: values.old, after: values.new, origin: .file(place),
        isBreaking: false)
    }
    let breaking = BreakingChanges(current: old.values, after: new.values)
    self.changes = breaking.marked(changes).map { change in
      var change = change
      let isOpen =
        change.after == nil && Self.isLeftOpen(change.path, by: after, new.fields)
        || change.before == nil && Self.isLeftOpen(change.path, by: before, old.fields)
      change.isBreaking = change.isBreaking && !isOpen
      return change
    }
    renamedFeatures = Self.renamedFeatures(before, after)
  }

  /// The faults that hide a leaf of either side, in order.
  ///
  /// An entry that could not be read has no leaf of its own, so its fault hides the whole list.
  private static func hidden(
    _ faults: [FieldPath], of fields: DesiredFields, _ paths: Set<FieldPath>
  ) -> [FieldPath] {
    let widened = faults.map { fault in
      guard let entry = fault.listElements.first,
        !fields.listElements.contains(entry)
      else { return fault }
      return entry.parent
    }
    return Set(widened).filter { fault in paths.contains { fault.covers($0) } }.inTextOrder
  }

  /// Where a leaf is gone from: the innermost thing around it that is still there.
  private static func gap(
    at path: FieldPath, in model: ModelManifest, _ fields: DesiredFields
  ) -> SourceRange {
    for count in stride(from: path.segments.count - 1, to: 0, by: -1) {
      let around = FieldPath(Array(path.segments.prefix(count)))
      if let range = fields.range(of: around) { return range }
    }
    return model.keyRanges[path.topLevelMember] ?? model.name.range
  }

  /// Whether a registry gives the field, so that nobody knows from the file what it is.
  private static func isLeftOpen(
    _ path: FieldPath, by model: ModelManifest, _ fields: DesiredFields
  ) -> Bool {
    guard model.registry != nil || model.unusableRegistry != nil else { return false }
    let member = FieldPath(path.topLevelMember)
    let isGiven = fields.leaves.keys.contains { member.covers($0) }
    return !isGiven && fields.emptiness(of: member) == nil
  }

  private static func renamedFeatures(
    _ before: ModelManifest, _ after: ModelManifest
  ) -> [String: Located<String>] {
    let places = (after.mlFeatures.value ?? []).map(\.name)
    let old = (before.mlFeatures.value ?? []).map(RenameDetection.candidate)
    let new = (after.mlFeatures.value ?? []).map(RenameDetection.candidate)
    let names = (old: Set(old.map(\.key)), new: Set(new.map(\.key)))
    let pairs = RenameDetection.pairs(
      from: old.filter { !names.new.contains($0.key) },
      to: new.filter { !names.old.contains($0.key) })
    var renamed: [String: Located<String>] = [:]
    for pair in pairs { renamed[pair.removed] = places.first { $0.value == pair.added } }
    return renamed
  }
}
