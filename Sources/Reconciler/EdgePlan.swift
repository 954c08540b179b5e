public import JSONDocuments
public import OpenMetadataEntities

/// What happens to one edge from a table to a model.
public struct EdgePlan: Sendable, Equatable {
  /// What happens to it.
  public enum Action: String, Sendable, Hashable {
    case add
    case update
    case remove
    case none
  }

  /// The table.
  public var from: EntityReference
  /// The model's fully qualified name.
  public var to: String
  /// What happens.
  public var action: Action
  /// The columns that lead to features of this model, as they must be afterwards.
  public var columns: [LineageEdge.ColumnPair]
  /// The `lineageDetails` to send; nil when nothing is sent.
  public var details: JSON?

  /// Makes a plan for an edge.
  public init(
    from: EntityReference, to: String, action: Action, columns: [LineageEdge.ColumnPair],
    details: JSON?
  ) {
    self.from = from
    self.to = to
    self.action = action
    self.columns = columns
    self.details = details
  }

  /// The edge without the columns that lead to features of this model; nil when there are none, or
  /// nothing is sent.
  public var withoutColumns: EdgePlan? {
    guard !columns.isEmpty, var object = details?.object else { return nil }
    let own = Set(columns.map(\.toColumn))
    object["columnsLineage"] = .array(
      (object["columnsLineage"]?.array ?? []).filter { entry in
        !own.contains(entry["toColumn"]?.string ?? "")
      })
    var edge = self
    edge.columns = []
    edge.details = .object(object)
    return edge
  }
}
