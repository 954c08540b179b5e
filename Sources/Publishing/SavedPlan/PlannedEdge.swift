import JSONDocuments
import OpenMetadataEntities
import Reconciler

/// How a plan writes and reads edges: those that it makes and those that it found.
enum PlannedEdge {
  static func document(_ edge: EdgePlan) -> JSON {
    .object(
      JSONObject(given: [
        "from": edge.from.document, "to": .string(edge.to), "action": .string(edge.action.rawValue),
        "columns": .array(
          edge.columns.map { pair in
            [
              "from": .array(pair.fromColumns.map { .string($0) }), "to": .string(pair.toColumn),
            ]
          }), "details": edge.details,
      ]))
  }

  static func edge(_ entry: RecordedValue) throws(RecordShapeError) -> EdgePlan {
    EdgePlan(
      from: try reference(try entry.member("from")), to: try entry.text("to"),
      action: try entry.choice("action"),
      columns: try entry.list("columns").map { pair throws(RecordShapeError) in
        LineageEdge.ColumnPair(
          fromColumns: try pair.member("from").texts, toColumn: try pair.text("to"))
      }, details: entry["details"]?.json)
  }

  static func document(_ basis: ModelBasis) -> JSON {
    [
      "id": .string(basis.id), "version": .number(basis.version),
      "updatedAt": .number(basis.updatedAt), "deleted": .bool(basis.isDeleted),
      "edges": .array(
        basis.edges.map { ["from": $0.from.document, "digest": .string($0.digest)] }),
    ]
  }

  static func basis(_ entry: RecordedValue) throws(RecordShapeError) -> ModelBasis {
    ModelBasis(
      id: try entry.text("id"), version: try entry.number("version"),
      updatedAt: try entry.number("updatedAt"), isDeleted: try entry.flag("deleted"),
      edges: try entry.list("edges").map { edge throws(RecordShapeError) in
        ModelBasis.Edge(
          from: try reference(try edge.member("from")), digest: try edge.text("digest"))
      })
  }

  private static func reference(
    _ entry: RecordedValue
  ) throws(RecordShapeError) -> EntityReference {
    guard let reference = EntityReference(entry.json) else {
      throw entry.error("is no reference to an entity")
    }
    return reference
  }
}
