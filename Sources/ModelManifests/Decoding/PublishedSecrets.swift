import Diagnostics

/// Looks for passwords, tokens and keys in what a manifest publishes, where everybody reads them.
struct PublishedSecrets {
  /// What was found, in the order of the fields.
  private(set) var findings: [Diagnostic] = []

  /// Looks through all texts of a manifest.
  init(in manifest: ModelManifest) {
    for (name, text) in manifest.texts { check(text, at: FieldPath(name)) }
    let store = FieldPath("mlStore")
    check(manifest.mlStore.value?.storage, at: store.member("storage"))
    check(manifest.mlStore.value?.imageRepository, at: store.member("imageRepository"))
    for property in manifest.extension.value ?? [] {
      guard case .value(let value) = property.value else { continue }
      let name = property.name.value
      check(value, named: name, at: FieldPath("extension").member(name))
    }
    for feature in manifest.mlFeatures.value ?? [] { check(feature) }
    for parameter in manifest.mlHyperParameters.value ?? [] {
      let path = FieldPath("mlHyperParameters").element(parameter.name.value)
      check(parameter.value, named: parameter.name.value, at: path.member("value"))
      check(parameter.description, at: path.member("description"))
    }
    let service = FieldPath("service")
    if let text = manifest.service.displayName { check(text, at: service.member("displayName")) }
    if let text = manifest.service.description { check(text, at: service.member("description")) }
  }

  private mutating func check(_ feature: FeatureManifest) {
    let path = FieldPath("mlFeatures").element(feature.name.value)
    check(feature.description, at: path.member("description"))
    check(feature.featureAlgorithm, at: path.member("featureAlgorithm"))
    for source in feature.featureSources.value ?? [] {
      let sources = path.member("featureSources")
      check(source.description, at: sources.element(source.key).member("description"))
    }
  }

  private mutating func check(_ text: Given<String>?, at path: FieldPath) {
    if case .value(let text)? = text { check(text, at: path) }
  }

  private mutating func check(
    _ value: Located<PropertyValue>, named name: String, at path: FieldPath
  ) {
    switch value.value {
    case .nothing: break
    case .text(let text): check(Located(text, at: value.range), named: name, at: path)
    case .list(let items): for item in items { check(item, named: name, at: path) }
    case .mapping(let entries):
      for entry in entries { check(entry.value, named: entry.key.value, at: path) }
    }
  }

  private mutating func check(
    _ text: Located<String>, named name: String? = nil, at path: FieldPath
  ) {
    guard let secret = PublishedSecret(in: text.value, named: name) else { return }
    findings.append(
      Diagnostic(
        secret.isCertain ? .tokenPublished : .secretPublished,
        "`\(path)` \(secret.phrase), and the catalog would show it to everybody",
        hint: "take it out of the file, and replace it where it is used: it stays in the history",
        at: text.range, fieldPath: path.description))
  }
}

extension ModelManifest {
  /// The texts of the model itself by their keys.
  fileprivate var texts: [(String, Given<String>)] {
    [
      ("displayName", displayName), ("description", description), ("algorithm", algorithm),
      ("target", target), ("server", server), ("sourceUrl", sourceUrl),
    ]
  }
}
