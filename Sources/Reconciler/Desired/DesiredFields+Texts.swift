import Diagnostics
import JSONDocuments
import ModelManifests

/// The fields that are in a catalog what they are in the file: no name has to be looked up.
extension DesiredFields {
  /// Adds the texts of the model itself and of its store.
  mutating func addTexts(of manifest: ModelManifest) {
    add(manifest.displayName, at: FieldPath("displayName"))
    add(manifest.description, at: FieldPath("description"))
    add(manifest.algorithm, at: FieldPath("algorithm"))
    add(manifest.target, at: FieldPath("target"))
    add(manifest.server, at: FieldPath("server"))
    add(manifest.sourceUrl, at: FieldPath("sourceUrl"))
    switch manifest.mlStore {
    case .absent: break
    case .empty(let range): empty(.mlStore, at: range)
    case .value(let store):
      add(store.value.storage, at: .mlStore.member("storage"))
      add(store.value.imageRepository, at: .mlStore.member("imageRepository"))
    }
  }

  /// Adds the texts of a feature.
  mutating func addTexts(of feature: FeatureManifest, at path: FieldPath) {
    if let type = feature.knownDataType {
      add(.string(type.rawValue), at: path.member("dataType"), from: feature.dataType.range)
    } else {
      note(entriesOf: path, at: feature.name.range)
    }
    add(feature.featureAlgorithm, at: path.member("featureAlgorithm"))
    add(feature.description, at: path.member("description"))
  }

  /// Adds the texts of a feature's source.
  mutating func addTexts(of source: FeatureSourceManifest, at path: FieldPath) {
    add(.string(source.name.value), at: path.member("name"), from: source.name.range)
    if case .value(let dataType) = source.dataType {
      add(.string(dataType.value.rawValue), at: path.member("dataType"), from: dataType.range)
    } else if case .empty(let range) = source.dataType {
      empty(path.member("dataType"), at: range)
    }
    add(source.description, at: path.member("description"))
  }

  /// Adds the hyper-parameters.
  mutating func addParameters(of manifest: ModelManifest) {
    for parameter in entries(manifest.mlHyperParameters, at: .mlHyperParameters) {
      let path = FieldPath.mlHyperParameters.element(parameter.name.value)
      if let value = parameter.knownValue {
        add(.string(value), at: path.member("value"), from: parameter.value.range)
      } else {
        note(entriesOf: path, at: parameter.name.range)
      }
      add(parameter.description, at: path.member("description"))
    }
  }
}
