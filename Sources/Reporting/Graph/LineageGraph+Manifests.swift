import Diagnostics
public import ModelManifests

extension LineageGraph {
  /// What manifests write, without asking anybody.
  public init(_ manifests: [ModelManifest]) {
    var builder = LineageGraphBuilder(.asWritten)
    for manifest in manifests {
      let features = manifest.mlFeatures.value ?? []
      let isLeftOut = if case .absent = manifest.mlFeatures { true } else { false }
      let model = builder.add(
        Model(
          name: manifest.findingsKey,
          features: features.map {
            Feature(name: $0.name.value, dataType: $0.knownDataType?.rawValue ?? "")
          },
          leavesFeaturesToRegistry: isLeftOut && manifest.registry != nil))
      for (feature, entry) in features.enumerated() {
        for source in entry.knownSources.value ?? [] {
          let table = builder.table(source.dataSourceFqn.value)
          let column = builder.column(source.name.value, of: table)
          builder.connect(Edge(table: table, column: column, model: model, feature: feature))
        }
      }
    }
    self = builder.graph
  }
}
