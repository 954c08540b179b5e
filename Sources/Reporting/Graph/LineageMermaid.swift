/// A lineage graph as a Mermaid flowchart, from left to right: a box for each table with its
/// columns, a box for each model with its features.
///
/// Mermaid refuses diagrams of more than 500 edges or 50,000 characters
/// (https://mermaid.js.org/config/schema-docs/config.html, `maxEdges`, `maxTextSize`), and so do the
/// pages that show it. A larger graph is drawn with one edge for each table and model, and of those
/// only as many as fit; a comment in the text says so.
public struct LineageMermaid: Sendable {
  private static let edgeLimit = 500
  private static let textLimit = 50_000

  private let graph: LineageGraph

  /// Takes a graph.
  public init(_ graph: LineageGraph) {
    self.graph = graph
  }

  /// The flowchart, without the fence that Markdown needs around it; ends with a line end.
  public var text: String {
    if graph.edges.count <= Self.edgeLimit {
      let whole = (heading + columns).map { $0 + "\n" }.joined()
      if whole.utf16.count <= Self.textLimit { return whole }
    }
    return (heading + tables).map { $0 + "\n" }.joined()
  }

  private var heading: [String] {
    switch graph.names {
    case .asWritten: ["flowchart LR", "%% names as the manifests write them"]
    case .resolved: ["flowchart LR"]
    }
  }

  /// Every column and every feature.
  private var columns: [String] {
    let boxes =
      graph.tables.enumerated().flatMap { index, table in
        box(tableNode(index), table.title, table.columns) { columnNode(index, $0) }
      }
      + graph.models.enumerated().flatMap { index, model in
        box(modelNode(index), model.name, model.features.map(\.name)) { featureNode(index, $0) }
      }
    return boxes
      + graph.edges.map { edge in
        let from = edge.column.map { columnNode(edge.table, $0) } ?? tableNode(edge.table)
        let to = edge.feature.map { featureNode(edge.model, $0) } ?? modelNode(edge.model)
        return "  \(from) --> \(to)"
      }
  }

  /// Tables and models only, as many edges as fit, each with the number of its columns.
  private var tables: [String] {
    let routes = graph.routes
    var lines: [String] = []
    var shown: Set<String> = []
    var size = 200
    var count = 0
    for route in routes.prefix(Self.edgeLimit) {
      let ends = [
        (id: tableNode(route.table), title: graph.tables[route.table].title),
        (id: modelNode(route.model), title: graph.models[route.model].name),
      ]
      var added = ends.filter { !shown.contains($0.id) }.map { "  \(node($0.id, $0.title))" }
      let weight = route.columns == 1 ? "1 column" : "\(route.columns) columns"
      added.append("  \(ends[0].id) -->|\"\(weight)\"| \(ends[1].id)")
      size += added.reduce(0) { $0 + $1.utf16.count + 1 }
      if size > Self.textLimit { break }
      shown.formUnion(ends.map(\.id))
      lines += added
      count += 1
    }
    var remarks = ["%% too large for columns: one edge for each table and model"]
    if count < routes.count {
      remarks.append("%% \(routes.count - count) of \(routes.count) edges are left out")
    }
    return remarks + lines
  }

  private func box(
    _ id: String, _ title: String, _ names: [String], _ member: (Int) -> String
  ) -> [String] {
    guard !names.isEmpty else { return ["  \(node(id, title))"] }
    return ["  subgraph \(node(id, title))"]
      + names.enumerated().map { index, name in "    \(node(member(index), name))" } + ["  end"]
  }

  private func node(_ id: String, _ title: String) -> String {
    "\(id)[\"\(MermaidText.label(title))\"]"
  }

  private func tableNode(_ index: Int) -> String { "t\(index + 1)" }
  private func columnNode(_ table: Int, _ index: Int) -> String {
    "\(tableNode(table))c\(index + 1)"
  }
  private func modelNode(_ index: Int) -> String { "m\(index + 1)" }
  private func featureNode(_ model: Int, _ index: Int) -> String {
    "\(modelNode(model))f\(index + 1)"
  }
}
