import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Plans the edges from tables to one model.
struct EdgePlanning {
  let model: String
  let capabilities: Capabilities
  /// The sources whose table was found, of features that the model will have.
  let lines: [Resolution.Line]
  /// The edges that are there.
  let existing: [LineageEdge]
  let blame: Blame?
  /// Whether nothing may be removed, since some table could not be looked at, or the
  /// features are not known.
  let keepsAll: Bool
  /// The ids of the tables that the model will have as sources, those of others included.
  private let sourceTables: Set<String>
  /// The features that the model will have and this file does not give, by either name.
  private let foreignFeatures: Set<String>
  /// The features that the model will have and this file gives: their names by either name.
  private let ownFeatures: [String: String]

  init(
    model: String, capabilities: Capabilities, resolution: Resolution, expected: FieldValues,
    existing: [LineageEdge], blame: Blame?
  ) {
    self.model = model
    self.capabilities = capabilities
    self.existing = existing
    self.blame = blame
    keepsAll =
      resolution.references.unresolved + resolution.references.notChecked > 0
      || resolution.desired.unknown.contains { FieldPath.mlFeatures.covers($0) }
    let elements = expected.listElements.filter { $0.parent == .mlFeatures }
    let features = Set(elements.compactMap(\.elementKey))
    lines = resolution.lines.filter { features.contains($0.feature.name.value) }
    sourceTables = Set(
      expected.leaves.filter { $0.key.segments.last == .member("dataSource") }
        .compactMap { $0.value["id"]?.string })
    let given = Set((resolution.fields.entries[.mlFeatures] ?? []).compactMap(\.elementKey))
    let foreign = features.subtracting(given)
    foreignFeatures = foreign.union(
      foreign.compactMap { Self.featureName($0, of: model, capabilities.quoting) })
    var own: [String: String] = [:]
    for feature in features.intersection(given) {
      own[feature] = feature
      if let name = Self.featureName(feature, of: model, capabilities.quoting) {
        own[name] = feature
      }
    }
    ownFeatures = own
  }

  /// The edges of the file, by table, then those that go.
  var plans: [EdgePlan] { (wanted + unwanted).sorted { table($0.from) < table($1.from) } }

  /// How many edges would be removed when that is more than is believable: more than three, and
  /// more than half as many as the model will have.
  func excessiveRemovals(_ plans: [EdgePlan]) -> Int? {
    let removals = plans.count { $0.action == .remove }
    let others = existing.count { edge in !plans.contains { $0.from == edge.fromEntity } }
    let remaining = plans.count - removals + others
    return removals > 3 && removals * 2 > remaining ? removals : nil
  }

  /// Columns that others let lead to features of this file, and that its sources take away, each
  /// with the table of its edge.
  func lostColumns(_ plans: [EdgePlan]) -> [(table: String, from: String, feature: String)] {
    plans.filter { $0.action != .none }.flatMap { plan in
      guard let edge = existing.first(where: { $0.fromEntity == plan.from }) else {
        return [(table: String, from: String, feature: String)]()
      }
      let after = EdgeDetails(plan.details, model: model)
      let before = EdgeDetails(edge.details, model: model)
      return after.missingColumns(of: before).compactMap { pair in
        guard let feature = ownFeatures[pair.to] else { return nil }
        let name = plan.from.fullyQualifiedName ?? plan.from.id
        let column = pair.from.hasPrefix("\(name).") ? pair.from.dropFirst(name.count + 1) : ""
        let wasOurs =
          blame?.everNamed(column: String(column), ofTable: plan.from.id, in: feature) == true
        return wasOurs ? nil : (name, pair.from, feature)
      }
    }
  }

  /// Whether some edge that the file has leads columns to its features that are not in the file:
  /// whose they are must then be asked.
  var hasUnexplainedColumns: Bool {
    wanted.contains { plan in
      guard plan.action == .update,
        let edge = existing.first(where: { $0.fromEntity == plan.from })
      else { return false }
      return EdgeDetails(plan.details, model: model)
        .missingColumns(of: EdgeDetails(edge.details, model: model))
        .contains { ownFeatures[$0.to] != nil }
    }
  }

  // MARK: Edges of the file

  private var wanted: [EdgePlan] {
    var tables: [Table] = []
    for line in lines where !tables.contains(where: { $0.id == line.table.id }) {
      tables.append(line.table)
    }
    return tables.map { table in
      let columns = pairs(of: table)
      let edge = existing.first { $0.fromEntity.id == table.id }
      let details = EdgeDetails(edge?.details, model: model)
      let known = Set(table.allColumns.map(\.fullyQualifiedName))
      let wanted = details.replacing(columns) { from, feature in
        known.contains(from) && foreignFeatures.contains(feature)
      }
      let isSame = edge?.details != nil && wanted.hasSameMeaning(as: details)
      return EdgePlan(
        from: table.reference, to: model,
        action: edge == nil ? .add : isSame ? .none : .update,
        columns: columns, details: isSame ? nil : wanted.marked)
    }
  }

  /// One entry for each feature of this file that has columns of a table.
  private func pairs(of table: Table) -> [LineageEdge.ColumnPair] {
    guard capabilities.takesColumnLineage else { return [] }
    var pairs: [LineageEdge.ColumnPair] = []
    for line in lines where line.table.id == table.id {
      guard let column = line.column,
        let feature = Self.featureName(line.feature.name.value, of: model, capabilities.quoting)
      else { continue }
      if let index = pairs.firstIndex(where: { $0.toColumn == feature }) {
        if !pairs[index].fromColumns.contains(column.fullyQualifiedName) {
          pairs[index].fromColumns.append(column.fullyQualifiedName)
        }
      } else {
        pairs.append(
          LineageEdge.ColumnPair(fromColumns: [column.fullyQualifiedName], toColumn: feature))
      }
    }
    return pairs
  }

  /// The fully qualified name of a feature; nil when the server cannot write it.
  private static func featureName(
    _ feature: String, of model: String, _ quoting: NameQuoting
  ) -> String? {
    guard let part = try? FullyQualifiedName([feature]).text(quoting) else { return nil }
    return "\(model).\(part)"
  }

  // MARK: Edges that the file no longer has

  private var unwanted: [EdgePlan] {
    if keepsAll { return [] }
    let tables = Set(lines.map(\.table.id))
    return existing.filter { $0.fromEntity.type == "table" && !tables.contains($0.fromEntity.id) }
      .compactMap { edge in
        guard let read = edge.details else {
          let id = edge.fromEntity.id
          let wasOurs = blame?.everNamed(table: id) == true
          return wasOurs && !sourceTables.contains(id) ? removal(edge) : nil
        }
        let details = EdgeDetails(read, model: model)
        guard details.isMarked else { return nil }
        let rest = details.replacing([]) { _, feature in foreignFeatures.contains(feature) }
        if sourceTables.contains(edge.fromEntity.id) {
          // Another publisher's feature is made from the table: the line is its own as well.
          return rest.hasSameColumns(as: details)
            ? nil
            : EdgePlan(
              from: edge.fromEntity, to: model, action: .update, columns: [],
              details: rest.marked)
        }
        guard rest.isOthersToo else { return removal(edge) }
        return EdgePlan(
          from: edge.fromEntity, to: model, action: .update, columns: [], details: rest.unmarked)
      }
  }

  private func removal(_ edge: LineageEdge) -> EdgePlan {
    EdgePlan(from: edge.fromEntity, to: model, action: .remove, columns: [], details: nil)
  }

  private func table(_ reference: EntityReference) -> String {
    reference.fullyQualifiedName ?? reference.id
  }
}

extension Table {
  /// All columns, those inside others included.
  var allColumns: [Column] {
    func flat(_ columns: [Column]) -> [Column] { columns.flatMap { [$0] + flat($0.children) } }
    return flat(columns)
  }
}
