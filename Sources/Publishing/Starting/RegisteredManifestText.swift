import Diagnostics
import ModelManifests

/// A starter manifest for a registered model: what a person adds to is written out, what the
/// registry keeps giving is left to it and shown in remarks.
struct RegisteredManifestText {
  private var lines: [YAMLValue.Line] = []

  /// The whole text.
  var text: String { YAMLWriter.text(lines) }

  /// Writes a manifest that its registry has filled.
  init(_ model: ModelManifest, _ registry: RegistryManifest) {
    lines = [
      .remark(StarterFiles.schemaLine(StarterFiles.manifestSchemaName)),
      .remark("A registered model; `mlcatalog publish --check` says what would change."),
      .member("name", .text(model.name.value)),
      .remark("owners: [jane.doe]            # users, or one team as team:NAME"), .blank,
      .member("registry", Self.registry(registry)), .blank,
    ]
    addGiven(model)
    let features = model.mlFeatures.value ?? []
    if features.isEmpty {
      lines += [
        .remark("The registry knows no signature; describe the features here."),
        .remark("mlFeatures:"), .remark("  - name: my_feature"),
        .remark("    dataType: numerical"),
      ]
    } else {
      lines.append(.member("mlFeatures", .list(features.map(Self.feature))))
    }
  }

  private static func registry(_ registry: RegistryManifest) -> YAMLValue {
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
    let members = keys.compactMap { key in
      registry.value(of: key).map { value -> YAMLValue.Line in
        let isNumber = value.value.utf8.allSatisfy { (48...57).contains($0) }
        return .member(
          key, isNumber && kind == "mlflow" ? .plain(value.value) : .text(value.value))
      }
    }
    return .mapping([.member(kind, .mapping(members))])
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
    lines.append(.remark("The registry gives these, now as follows, and whenever it changes:"))
    for (key, value) in known { lines.append(.remark("  \(key): \(Self.shortened(value))")) }
    lines += [.remark("A key that is written here says it instead."), .blank]
  }

  /// One line of a remark.
  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.isWhitespace ? " " : scalar
    }
    let line = String(String.UnicodeScalarView(scalars))
    return line.count > 80 ? line.prefix(79) + "…" : line
  }

  private static func feature(_ feature: FeatureManifest) -> YAMLValue {
    var lines: [YAMLValue.Line] = [
      .member("name", .text(feature.name.value)),
      .member("dataType", .text(feature.dataType.value.rawValue)),
    ]
    let sources = feature.featureSources.value ?? []
    if sources.isEmpty {
      // Within braces more is needed than where a text stands alone.
      let column = YAMLText.quoted(feature.name.value)
      lines.append(.remark("featureSources: [{name: \(column), dataSourceFqn: …}]"))
    } else {
      lines.append(.member("featureSources", .list(sources.map(source))))
    }
    return .mapping(lines)
  }

  private static func source(_ source: FeatureSourceManifest) -> YAMLValue {
    var lines: [YAMLValue.Line] = [.member("name", .text(source.name.value))]
    if let type = source.dataType.value { lines.append(.member("dataType", .text(type.rawValue))) }
    if let table = source.dataSourceFqn.value {
      lines.append(.member("dataSourceFqn", .text(table)))
    }
    return .mapping(lines)
  }
}
