import FullyQualifiedNames
import OpenMetadataEntities
public import Publishing
import Reconciler

extension LineageGraph {
  /// The edges as they are planned, or written: tables and columns that the catalog has.
  ///
  /// A model without a plan has no edges, and a feature without a column is not in the graph.
  public init(_ models: [ModelResult]) {
    var builder = LineageGraphBuilder(.resolved)
    for result in models {
      let edges = (result.plan?.edges ?? []).filter { $0.action != .remove }
      let features = Self.features(of: edges, result.fullyQualifiedName)
      let model = builder.add(
        Model(name: result.fullyQualifiedName, features: features.map { Feature(name: $0) }))
      for edge in edges {
        let name = edge.from.fullyQualifiedName ?? edge.from.id
        let table = builder.table(name)
        if edge.columns.isEmpty { builder.connect(Edge(table: table, model: model)) }
        for pair in edge.columns {
          let feature = features.firstIndex(of: Self.name(pair.toColumn, below: edge.to))
          for column in pair.fromColumns {
            let column = builder.column(Self.name(column, below: name), of: table)
            builder.connect(Edge(table: table, column: column, model: model, feature: feature))
          }
        }
      }
    }
    self = builder.graph
  }

  private static func features(of edges: [EdgePlan], _ model: String) -> [String] {
    var seen: Set<String> = []
    return edges.flatMap(\.columns).map { name($0.toColumn, below: model) }
      .filter { seen.insert($0).inserted }
  }

  /// What a name adds to that of the entity around it, without quotes when it is one part.
  private static func name(_ text: String, below parent: String) -> String {
    guard text.hasPrefix(parent + ".") else { return text }
    let rest = String(text.dropFirst(parent.count + 1))
    guard let parts = try? FullyQualifiedName(parsing: rest).parts, parts.count == 1 else {
      return rest
    }
    return parts[0]
  }
}
