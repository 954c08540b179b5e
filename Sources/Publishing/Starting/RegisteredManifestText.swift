import Diagnostics
import ModelManifests

/// A starter manifest for a registered model: what a person adds to is written out, what the
/// registry keeps giving is left to it and shown in remarks.
struct RegisteredManifestText {
  private var lines: [String] = []

  /// The whole text.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Writes a manifest that its registry has filled.
  init(_ model: ModelManifest, _ registry: RegistryManifest) {
    lines = ["# A registered model; `mlcatalog publish --check` says what would change."]
    lines.append("name: \(YAMLText.scalar(model.name.value))")
    lines.append("# owners: [jane.doe]            # users, or one team as team:NAME")
    lines.append("")
    add(registry)
    lines.append("")
    addGiven(model)
    lines.append("mlFeatures:")
    let features = model.mlFeatures.value ?? []
    for feature in features { add(feature) }
    if features.isEmpty {
      lines[lines.count - 1] = "# The registry knows no signature; describe the features here."
      lines += ["# mlFeatures:", "#   - name: my_feature", "#     dataType: numerical"]
    }
  }

  private mutating func add(_ registry: RegistryManifest) {
    lines.append("registry:")
    let kind: String
    let keys: [String]
    switch registry {
    case .mlflow:
      (kind, keys) = ("mlflow", ["model", "alias", "stage", "version"])
    case .azureML:
      kind = "azureml"
      keys = [
        "subscription", "resourceGroup", "workspace", "registry", "model", "version", "label",
      ]
    }
    lines.append("  \(kind):")
    for key in keys {
      guard let value = registry.value(of: key) else { continue }
      let isNumber = value.value.utf8.allSatisfy { (48...57).contains($0) }
      let text = isNumber && kind == "mlflow" ? value.value : YAMLText.scalar(value.value)
      lines.append("    \(key): \(text)")
    }
  }

  private mutating func addGiven(_ model: ModelManifest) {
    var given: [(String, String?)] = [
      ("description", model.description.value), ("algorithm", model.algorithm.value),
      ("target", model.target.value), ("server", model.server.value),
      ("sourceUrl", model.sourceUrl.value),
      ("mlStore.storage", model.mlStore.value?.storage.value),
    ]
    let parameters = (model.mlHyperParameters.value ?? []).map {
      "\($0.name.value) = \($0.value.value)"
    }
    given.append(
      ("mlHyperParameters", parameters.isEmpty ? nil : parameters.joined(separator: ", ")))
    let known = given.compactMap { key, value in value.map { (key, $0) } }
    guard !known.isEmpty else { return }
    lines.append("# The registry gives these, now as follows, and whenever it changes:")
    for (key, value) in known { lines.append("#   \(key): \(Self.shortened(value))") }
    lines.append("# A key that is written here says it instead.")
    lines.append("")
  }

  /// One line of a remark.
  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.isWhitespace ? " " : scalar
    }
    let line = String(String.UnicodeScalarView(scalars))
    return line.count > 80 ? line.prefix(79) + "…" : line
  }

  private mutating func add(_ feature: FeatureManifest) {
    lines.append("  - name: \(YAMLText.scalar(feature.name.value))")
    lines.append("    dataType: \(feature.dataType.value.rawValue)")
    guard let sources = feature.featureSources.value, !sources.isEmpty else {
      lines.append("    # featureSources: [{name: \(Self.column(feature)), dataSourceFqn: …}]")
      return
    }
    lines.append("    featureSources:")
    for source in sources {
      lines.append("      - name: \(YAMLText.scalar(source.name.value))")
      if let type = source.dataType.value { lines.append("        dataType: \(type.rawValue)") }
      if let table = source.dataSourceFqn.value {
        lines.append("        dataSourceFqn: \(YAMLText.scalar(table))")
      }
    }
  }

  private static func column(_ feature: FeatureManifest) -> String {
    shortened(YAMLText.scalar(feature.name.value))
  }
}
