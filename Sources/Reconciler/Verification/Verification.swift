import JSONDocuments
import ModelManifests
public import OpenMetadataEntities

/// Compares what was read back with what a plan promised.
public enum Verification {
  /// The fields of a model read back that are not as `plan.expected` says, by path.
  public static func differences(_ plan: ModelPlan, model: MlModel) -> [VerificationDifference] {
    let actual = FieldValues(of: model)
    let paths = Set(plan.expected.leaves.keys).union(actual.leaves.keys)
    return paths.filter { !$0.kind.areSame(plan.expected[$0], actual[$0]) }.sorted().map { path in
      VerificationDifference(
        subject: .field(path), expected: plan.expected[path], actual: actual[path])
    }
  }

  /// The edges read back that are not as `plan.edges` says; removed ones must not be there.
  ///
  /// Newer servers drop columns that they do not accept without a word: these are told apart.
  public static func differences(
    _ plan: ModelPlan, edges: [LineageEdge]
  ) -> [VerificationDifference] {
    plan.edges.compactMap { planned in
      let actual = edges.first { $0.fromEntity == planned.from }
      let table = planned.from.fullyQualifiedName ?? planned.from.id
      func difference(_ expected: JSON?, _ actual: JSON?) -> VerificationDifference {
        VerificationDifference(subject: .edge(table), expected: expected, actual: actual)
      }
      if planned.action == .remove {
        return actual.map { difference(nil, $0.details ?? .null) }
      }
      guard let actual else { return difference(planned.details ?? .null, nil) }
      return columnDifference(planned, actual, table: table)
        ?? descriptionDifference(planned, actual).map { difference($0.expected, $0.actual) }
    }
  }

  private static func columnDifference(
    _ planned: EdgePlan, _ actual: LineageEdge, table: String
  ) -> VerificationDifference? {
    let own = Set(planned.columns.map(\.toColumn))
    let sent = LineageEdge(
      fromEntity: planned.from, toEntity: planned.to, details: planned.details)
    let wanted = lines(planned.columns + sent.columnsLineage)
    // Columns to features of others are theirs when nothing was written.
    let there = lines(
      planned.details == nil
        ? actual.columnsLineage.filter { own.contains($0.toColumn) } : actual.columnsLineage)
    guard wanted != there else { return nil }
    let dropped = there.isSubset(of: wanted)
    return VerificationDifference(
      subject: dropped ? .columns(table) : .edge(table), expected: json(wanted),
      actual: json(there))
  }

  private static func descriptionDifference(
    _ planned: EdgePlan, _ actual: LineageEdge
  ) -> (expected: JSON?, actual: JSON?)? {
    guard let details = planned.details else { return nil }
    let expected = details["description"]?.string ?? ""
    let found = actual.description ?? ""
    return expected == found ? nil : (.string(expected), .string(found))
  }

  private static func lines(_ pairs: [LineageEdge.ColumnPair]) -> Set<[String]> {
    Set(pairs.flatMap { pair in pair.fromColumns.map { [$0, pair.toColumn] } })
  }

  private static func json(_ lines: Set<[String]>) -> JSON {
    .array(
      lines.sorted { $0.lexicographicallyPrecedes($1) }.map { line in
        .string(line.joined(separator: " → "))
      })
  }
}
