import Diagnostics

/// What the file says of a model and nobody can tell.
extension ModelManifest {
  /// The fields that are given in a way that cannot be read, such as a word that is none of those
  /// allowed, or a misspelt key; a finding says why.
  ///
  /// Nothing follows from them: neither what the fields shall be nor that they shall be empty. Of a
  /// list with an entry that cannot be read the list is among them, and of a feature's sources all,
  /// since the table and the column together name a source.
  public var unreadFields: Set<FieldPath> {
    var fields = Set(unreadKeys.map { FieldPath($0) })
    // Either key gives the domains, and a tier may stand among the tags.
    if !unreadKeys.isDisjoint(with: ["domain", "domains"]) {
      fields.formUnion([FieldPath("domain"), FieldPath("domains")])
    }
    if unreadKeys.contains("tags") { fields.insert(FieldPath("tier")) }
    let store = FieldPath("mlStore")
    for key in mlStore.value?.unreadKeys ?? [] { fields.insert(store.member(key)) }
    for feature in mlFeatures.value ?? [] {
      fields.formUnion(
        feature.unreadFields(at: FieldPath("mlFeatures").element(feature.name.value)))
    }
    for parameter in mlHyperParameters.value ?? [] {
      let path = FieldPath("mlHyperParameters").element(parameter.name.value)
      fields.formUnion(parameter.unreadKeys.map { path.member($0) })
    }
    return fields
  }
}

extension FeatureManifest {
  fileprivate func unreadFields(at path: FieldPath) -> Set<FieldPath> {
    var fields = Set(unreadKeys.map { path.member($0) })
    if featureSources.value?.contains(where: { !$0.unreadKeys.isEmpty }) == true {
      fields.insert(path.member("featureSources"))
    }
    return fields
  }

  /// The type; nil when it could not be read.
  public var knownDataType: FeatureDataType? {
    unreadKeys.contains("dataType") ? nil : dataType.value
  }

  /// The sources whose table could be read, if they name one.
  public var knownSources: Given<[FeatureSourceManifest]> {
    guard case .value(var sources) = featureSources else { return featureSources }
    sources.value.removeAll { $0.unreadKeys.contains("dataSourceFqn") }
    if sources.value.isEmpty, featureSources.value?.isEmpty == false { return .absent }
    return .value(sources)
  }
}

extension HyperParameterManifest {
  /// The value; nil when it could not be read.
  public var knownValue: String? { unreadKeys.contains("value") ? nil : value.value }
}
