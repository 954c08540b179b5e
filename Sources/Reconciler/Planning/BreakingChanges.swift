import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Finds the changes that may break consumers of a model.
struct BreakingChanges {
  /// The features that the model has afterwards, with their sources.
  private let elements: Set<FieldPath>
  /// The tables that each feature reads.
  private let before: [FieldPath: Set<JSON>]
  private let after: [FieldPath: Set<JSON>]

  init(current: FieldValues, after: FieldValues) {
    elements = after.listElements
    before = Self.tables(in: current)
    self.after = Self.tables(in: after)
  }

  /// The changes, those marked that may break: a major version, a removed feature, a changed
  /// feature type, a swapped source table.
  func marked(_ changes: [FieldChange]) -> [FieldChange] {
    changes.map { change in
      var change = change
      change.isBreaking = isBreaking(change)
      return change
    }
  }

  private func isBreaking(_ change: FieldChange) -> Bool {
    if ModelVersion.majorMembers.contains(change.path.topLevelMember) { return true }
    guard let value = change.before, change.path.topLevelMember == "mlFeatures",
      let feature = change.path.listElements.first
    else { return false }
    if !elements.contains(feature) { return true }
    switch change.path.segments.last {
    case .member("dataType"): return change.path.listElements.count == 1
    case .member("dataSource"): return isSwapped(value, of: feature)
    default: return false
    }
  }

  /// Whether a feature no longer reads a table, but another one that it did not read before.
  private func isSwapped(_ table: JSON, of feature: FieldPath) -> Bool {
    let now = after[feature] ?? []
    let table = EntityReference(table)?.normalForm ?? table
    return !now.contains(table) && !now.subtracting(before[feature] ?? []).isEmpty
  }

  private static func tables(in values: FieldValues) -> [FieldPath: Set<JSON>] {
    var tables: [FieldPath: Set<JSON>] = [:]
    for (path, value) in values.leaves where path.segments.last == .member("dataSource") {
      if let feature = path.listElements.first { tables[feature, default: []].insert(value) }
    }
    return tables
  }
}
