extension LineageGraph {
  /// All that leads from one table to one model.
  struct Route: Hashable {
    let table: Int
    let model: Int
    /// How many columns of the table lead to features of the model.
    let columns: Int
  }

  /// Each pair of a table and a model once, in the order of the edges.
  var routes: [Route] {
    var order: [Edge] = []
    var columns: [Edge: Set<Int>] = [:]
    for edge in edges {
      let route = Edge(table: edge.table, model: edge.model)
      if columns[route] == nil { order.append(route) }
      columns[route, default: []].formUnion([edge.column].compactMap(\.self))
    }
    return order.map {
      Route(table: $0.table, model: $0.model, columns: columns[$0]?.count ?? 0)
    }
  }
}
