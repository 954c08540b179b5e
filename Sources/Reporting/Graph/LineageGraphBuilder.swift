import FullyQualifiedNames

/// Puts a graph together, every table, column and edge once.
struct LineageGraphBuilder {
  private(set) var graph: LineageGraph
  /// By name; nil stands for the columns of which no table is named.
  private var tables: [FullyQualifiedName?: Int] = [:]
  /// By the bytes of the name: Swift finds names equal that a catalog tells apart.
  private var columns: [Int: [[UInt8]: Int]] = [:]
  private var edges: Set<LineageGraph.Edge> = []

  init(_ names: LineageGraph.Names) {
    graph = LineageGraph(names)
  }

  mutating func add(_ model: LineageGraph.Model) -> Int {
    graph.models.append(model)
    return graph.models.count - 1
  }

  /// The index of a table; two spellings of one name are one table.
  mutating func table(_ text: String?) -> Int {
    let name = text.map { (try? FullyQualifiedName(parsing: $0)) ?? FullyQualifiedName([$0]) }
    if let index = tables[name] { return index }
    tables[name] = graph.tables.count
    let canonical = try? name?.text(.doublesQuotes)
    graph.tables.append(LineageGraph.Table(name: canonical ?? text))
    return graph.tables.count - 1
  }

  mutating func column(_ name: String, of table: Int) -> Int {
    if let index = columns[table]?[Array(name.utf8)] { return index }
    let index = graph.tables[table].columns.count
    columns[table, default: [:]][Array(name.utf8)] = index
    graph.tables[table].columns.append(name)
    return index
  }

  mutating func connect(_ edge: LineageGraph.Edge) {
    if edges.insert(edge).inserted { graph.edges.append(edge) }
  }
}
