import Diagnostics

/// A lineage graph for people: each model with its features, each feature with its columns.
public struct LineageText: Sendable {
  private let graph: LineageGraph

  /// Takes a graph.
  public init(_ graph: LineageGraph) {
    self.graph = graph
  }

  /// The text; ends with a line end.
  public var text: String {
    let edges = Dictionary(grouping: graph.edges) { [$0.model, $0.feature ?? -1] }
    var blocks = graph.models.enumerated().map { index, model in
      ([VisibleText.escaping(model.name)] + features(of: model, index, edges)).joined(
        separator: "\n")
    }
    blocks.append(summary)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func features(
    of model: LineageGraph.Model, _ index: Int, _ edges: [[Int]: [LineageGraph.Edge]]
  ) -> [String] {
    var lines = sources(edges[[index, -1]] ?? [], indent: "  ")
    for (feature, entry) in model.features.enumerated() {
      let type = entry.dataType.isEmpty ? "" : " (\(entry.dataType))"
      let found = edges[[index, feature]] ?? []
      lines.append(
        "  \(VisibleText.escaping(entry.name))\(type)\(found.isEmpty ? ": no source named" : "")")
      lines += sources(found, indent: "    ")
    }
    if model.leavesFeaturesToRegistry {
      lines.append("  the features of its registry, which was not asked")
    } else if lines.isEmpty {
      lines.append("  no features")
    }
    return lines
  }

  /// A line for each table: its name, and those of its columns.
  private func sources(_ edges: [LineageGraph.Edge], indent: String) -> [String] {
    var order: [Int] = []
    var columns: [Int: [String]] = [:]
    for edge in edges {
      if columns[edge.table] == nil { order.append(edge.table) }
      let name = edge.column.map { graph.tables[edge.table].columns[$0] }
      columns[edge.table, default: []] += [name].compactMap(\.self)
    }
    return order.map { table in
      let names = (columns[table] ?? []).map(VisibleText.escaping).joined(separator: ", ")
      let title = VisibleText.escaping(graph.tables[table].title)
      return "\(indent)← \(title)\(names.isEmpty ? "" : ": \(names)")"
    }
  }

  private var summary: String {
    let (named, unnamed) = (
      graph.tables.filter { $0.name != nil }, graph.tables.filter { $0.name == nil }
    )
    var counts =
      "\(count(graph.models.count, "model")), "
      + "\(count(graph.models.reduce(0) { $0 + $1.features.count }, "feature")) from "
      + "\(count(named.reduce(0) { $0 + $1.columns.count }, "column")) of "
      + count(named.count, "table")
    if let columns = unnamed.first?.columns.count {
      counts += ", \(count(columns, "column")) of no table that is named"
    }
    counts += "."
    guard graph.names == .asWritten else { return counts }
    return counts + "\nThe names are as the files write them, and no catalog was asked about them."
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
