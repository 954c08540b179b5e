public import JSONDocuments

/// An edge that leads to a model.
public struct LineageEdge: Sendable, Hashable {
  /// One entry of `columnsLineage`.
  public struct ColumnPair: Sendable, Hashable {
    /// The fully qualified names of the source columns.
    public var fromColumns: [String]
    /// The fully qualified name of the feature.
    public var toColumn: String

    /// Makes an entry.
    public init(fromColumns: [String], toColumn: String) {
      self.fromColumns = fromColumns
      self.toColumn = toColumn
    }
  }

  /// The entity it comes from.
  public var fromEntity: EntityReference
  /// The id of the entity it leads to.
  public var toEntity: String
  /// `lineageDetails` as it was read; nil for an edge that the server derived by itself.
  public var details: JSON?

  /// Makes an edge.
  public init(fromEntity: EntityReference, toEntity: String, details: JSON?) {
    self.fromEntity = fromEntity
    self.toEntity = toEntity
    self.details = details
  }

  /// `lineageDetails.description`.
  public var description: String? { details?["description"]?.string }

  /// `lineageDetails.columnsLineage`.
  public var columnsLineage: [ColumnPair] {
    (details?["columnsLineage"]?.array ?? []).compactMap { entry in
      guard let toColumn = entry["toColumn"]?.string else { return nil }
      let fromColumns = (entry["fromColumns"]?.array ?? []).compactMap(\.string)
      return ColumnPair(fromColumns: fromColumns, toColumn: toColumn)
    }
  }

  /// The upstream edges in the answer of `GET /lineage/mlmodel/…`.
  ///
  /// Edges hold bare ids there; names come from `nodes`, and an id without a node keeps no name.
  public static func upstream(of document: JSON) -> [LineageEdge] {
    let nodes = (document["nodes"]?.array ?? []).compactMap { EntityReference($0) }
    let nodesByID = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entityID = document["entity"]?["id"]?.string
    return (document["upstreamEdges"]?.array ?? []).compactMap { edge in
      guard let from = edge["fromEntity"]?.string, let to = edge["toEntity"]?.string,
        entityID == nil || to == entityID
      else { return nil }
      let details = edge["lineageDetails"]
      return LineageEdge(
        fromEntity: nodesByID[from] ?? EntityReference(id: from, type: "table"), toEntity: to,
        details: details?.isNull == true ? nil : details)
    }
  }
}
