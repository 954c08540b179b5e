/// A lineage graph in the DOT language of Graphviz, from left to right: a table of rows for each
/// table with its columns and for each model with its features.
public struct LineageDOT: Sendable {
  private let graph: LineageGraph

  /// Takes a graph.
  public init(_ graph: LineageGraph) {
    self.graph = graph
  }

  /// The whole graph, whatever its size; ends with a line end.
  public var text: String {
    var lines = ["digraph lineage {"]
    if graph.names == .asWritten { lines.append("  // names as the manifests write them") }
    lines += [
      "  rankdir=LR", "  ranksep=2", "  node [shape=plain, fontname=\"sans-serif\"]",
    ]
    for (index, table) in graph.tables.enumerated() {
      lines += box("t\(index + 1)", table.title, "#dbe9f6", table.columns)
    }
    for (index, model) in graph.models.enumerated() {
      lines += box("m\(index + 1)", model.name, "#e3f1df", model.features.map(\.name))
    }
    lines += graph.edges.map { edge in
      "  \(place("t", edge.table, edge.column, ":e")) -> "
        + "\(place("m", edge.model, edge.feature, ":w"))"
    }
    return (lines + ["}"]).map { $0 + "\n" }.joined()
  }

  /// A node: its title in the first row, then a row with a port for each name.
  private func box(_ id: String, _ title: String, _ color: String, _ names: [String]) -> [String] {
    ["  \(id) [label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"4\">"]
      + ["    <tr><td bgcolor=\"\(color)\"><b>\(DOTText.label(title))</b></td></tr>"]
      + names.enumerated().map { index, name in
        "    <tr><td port=\"r\(index + 1)\">\(DOTText.label(name))</td></tr>"
      } + ["  </table>>]"]
  }

  /// The end of an edge: a row, or the whole node when none is known.
  private func place(_ kind: String, _ node: Int, _ row: Int?, _ side: String) -> String {
    "\(kind)\(node + 1)" + (row.map { ":r\($0 + 1)\(side)" } ?? "")
  }
}
