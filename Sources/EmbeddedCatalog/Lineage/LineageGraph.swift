import JSONDocuments

/// What feeds an entity and what it feeds, some steps far.
struct LineageGraph {
  let context: CatalogContext
  private let presenter: EntityPresenter

  init(_ context: CatalogContext) {
    self.context = context
    presenter = EntityPresenter(context)
  }

  /// `EntityLineage`; edges to entities that are deleted are left out.
  func document(of row: EntityRow, upstream: Int, downstream: Int) throws(CatalogFault) -> JSON {
    var nodes: [EntityRow] = []
    let up = try edges(from: row, depth: upstream, against: true, &nodes)
    let down = try edges(from: row, depth: downstream, against: false, &nodes)
    var shown: [JSON] = []
    for node in nodes { shown.append(try presenter.reference(to: node)) }
    return [
      "entity": try presenter.reference(to: row), "nodes": .array(shown),
      "upstreamEdges": .array(up), "downstreamEdges": .array(down),
    ]
  }

  private func edges(
    from row: EntityRow, depth: Int, against: Bool, _ nodes: inout [EntityRow]
  ) throws(CatalogFault) -> [JSON] {
    var edges: [JSON] = []
    var seen: Set<String> = []
    var front = [row]
    for _ in 0..<depth where !front.isEmpty {
      var next: [EntityRow] = []
      for entity in front where seen.insert(entity.id).inserted {
        let found =
          against
          ? try context.session.incoming(.upstream, of: entity.id)
          : try context.session.outgoing(.upstream, of: entity.id)
        for edge in found {
          let other = try context.session.entity(id: against ? edge.source : edge.target)
          guard let other, !other.isDeleted else { continue }
          edges.append(Self.document(edge))
          next.append(other)
          if other.id != row.id, !nodes.contains(where: { $0.id == other.id }) {
            nodes.append(other)
          }
        }
      }
      front = next
    }
    return edges
  }

  private static func document(_ edge: Relationship) -> JSON {
    var document = JSONObject([
      .init(key: "fromEntity", value: .string(edge.source)),
      .init(key: "toEntity", value: .string(edge.target)),
    ])
    document["lineageDetails"] = edge.detail
    return .object(document)
  }
}
