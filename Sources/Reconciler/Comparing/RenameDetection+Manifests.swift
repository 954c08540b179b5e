import Diagnostics
import ModelManifests

extension RenameDetection {
  /// A model by its features and their sources, its target and store, its file and its name.
  ///
  /// The algorithm is left out: unrelated models have it in common.
  static func candidate(_ model: ModelManifest) -> Candidate {
    var traits = words(of: model.name.value).map { "word \($0)" }
    traits += ["service \(model.service.name)", "file \(model.path)"]
    traits += [model.target, model.mlStore.value?.storage, model.sourceUrl]
      .compactMap { $0?.value.map { "value \($0)" } }
    for feature in model.mlFeatures.value ?? [] {
      traits.append("feature \(feature.name.value)")
      traits += sources(of: feature)
    }
    return Candidate(key: model.findingsKey, traits: Set(traits))
  }

  /// A feature by its sources, the way it is made of them, its description and its name.
  static func candidate(_ feature: FeatureManifest) -> Candidate {
    var traits = words(of: feature.name.value).map { "word \($0)" } + sources(of: feature)
    traits += [feature.featureAlgorithm, feature.description]
      .compactMap { $0.value.map { "value \($0)" } }
    return Candidate(key: feature.name.value, traits: Set(traits))
  }

  private static func sources(of feature: FeatureManifest) -> [String] {
    (feature.featureSources.value ?? []).map { "source \($0.key)" }
  }
}
