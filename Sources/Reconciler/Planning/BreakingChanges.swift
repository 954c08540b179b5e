import JSONDocuments
import ModelManifests

/// Finds the changes that may break consumers of a model.
struct BreakingChanges {
  let current: FieldValues
  let after: FieldValues

  /// The changes, those marked that may break: a major version, a removed feature, a changed
  /// feature type, a swapped source table.
  func marked(_ changes: [FieldChange]) -> [FieldChange] {
    let features = after.listElements
    return changes.map { change in
      var change = change
      change.isBreaking = isBreaking(change, features)
      return change
    }
  }

  private func isBreaking(_ change: FieldChange, _ elements: Set<FieldPath>) -> Bool {
    if ModelVersion.majorMembers.contains(change.path.topLevelMember) { return true }
    guard change.before != nil, change.path.topLevelMember == "mlFeatures",
      let feature = change.path.listElements.first
    else { return false }
    if !elements.contains(feature) { return true }
    switch change.path.segments.last {
    case .member("dataType"): return change.path.listElements.count == 1
    case .member("dataSource"): return isSwapped(change.before, of: feature)
    default: return false
    }
  }

  /// Whether a feature no longer reads a table, but another one that it did not read before.
  private func isSwapped(_ table: JSON?, of feature: FieldPath) -> Bool {
    let before = tables(of: feature, in: current)
    let now = tables(of: feature, in: after)
    guard let table else { return false }
    return !now.contains(table) && !now.subtracting(before).isEmpty
  }

  private func tables(of feature: FieldPath, in values: FieldValues) -> Set<JSON> {
    Set(
      values.leaves.filter { path, _ in
        feature.covers(path) && path.segments.last == .member("dataSource")
      }.values)
  }
}
