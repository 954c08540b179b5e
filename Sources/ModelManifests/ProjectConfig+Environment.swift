import Diagnostics
import FullyQualifiedNames

extension ProjectConfig {
  /// The settings as they are in an environment, whose own go before the project's; nil when there
  /// is no environment of that name.
  public func selecting(environment name: String) -> ProjectConfig? {
    guard let environment = environments[name] else { return nil }
    var config = self
    config.host = environment.host
    config.serviceAliases = environment.serviceAliases
    config.registry = registry.overlaid(by: environment.registry)
    if let service = environment.serviceName {
      config.service = ServiceManifest(name: service.value, nameRange: service.range)
    }
    return config
  }
}

extension ModelManifest {
  /// The model with names of tables and dashboards as they are where `aliases` hold.
  ///
  /// The places stay those of the manifest.
  public func applying(_ aliases: [NamePrefixRule]) -> ModelManifest {
    if aliases.isEmpty { return self }
    var model = self
    model.dashboard = dashboard.renamed(by: aliases)
    guard case .value(var features) = mlFeatures else { return model }
    for index in features.value.indices {
      guard case .value(var sources) = features.value[index].featureSources else { continue }
      for source in sources.value.indices {
        sources.value[source].dataSourceFqn = sources.value[source].dataSourceFqn.renamed(
          by: aliases)
      }
      features.value[index].featureSources = .value(sources)
    }
    model.mlFeatures = .value(features)
    return model
  }
}

extension Given<String> {
  fileprivate func renamed(by aliases: [NamePrefixRule]) -> Given<String> {
    guard case .value(let name) = self, let new = aliases.renamed(name.value) else { return self }
    return .value(name.map { _ in new })
  }
}
