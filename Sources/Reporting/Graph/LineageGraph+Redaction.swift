import HTTPClient

extension LineageGraph {
  /// The graph with `<redacted>` in the place of each secret in its names.
  func redacted(by redactor: Redactor) -> LineageGraph {
    var graph = self
    for index in graph.tables.indices {
      graph.tables[index].name = graph.tables[index].name.map(redactor.redact)
      graph.tables[index].columns = graph.tables[index].columns.map(redactor.redact)
    }
    for index in graph.models.indices {
      graph.models[index].name = redactor.redact(graph.models[index].name)
      for feature in graph.models[index].features.indices {
        let name = graph.models[index].features[feature].name
        graph.models[index].features[feature].name = redactor.redact(name)
      }
    }
    return graph
  }
}
