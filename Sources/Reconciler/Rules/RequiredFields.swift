import Diagnostics
import ModelManifests

/// Looks whether a model has what the project demands, by what is asked to be published: what
/// people gave in the catalog can be taken away there, and is not known without it.
struct RequiredFields {
  /// The manifest, filled.
  private let manifest: ModelManifest
  private let rules: RulesConfig
  /// Fields that nobody can tell.
  private let unknown: Set<FieldPath>
  /// Whether the file itself lists the features.
  private let listsFeatures: Bool

  /// Looks at what is desired of a manifest, which is given as its file has it.
  init(_ desired: DesiredModel, of manifest: ModelManifest) {
    self.manifest = desired.manifest
    rules = desired.rules
    unknown = desired.unknown
    listsFeatures = if case .absent = manifest.mlFeatures { false } else { true }
  }

  /// What is missing.
  var findings: [Diagnostic] {
    if rules.required.isEmpty { return [] }
    return [owner, description, tier].compactMap { $0 } + features
  }

  // MARK: The model

  private var owner: Diagnostic? {
    guard rules.required.contains(.owner), (manifest.owners.value ?? []).isEmpty,
      !unknown.contains(.owners)
    else { return nil }
    return missing(
      .ownerRequired, "the model has no owner", manifest.owners.range, FieldPath("owners"),
      hint: "add owners:, for example owners: [jane.doe], or owners: ['team:Data Science']")
  }

  private var description: Diagnostic? {
    let path = FieldPath("description")
    guard rules.required.contains(.description), !unknown.contains(path) else { return nil }
    guard let text = manifest.description.value else {
      return missing(
        .descriptionRequired, "the model has no description", manifest.description.range, path,
        hint: "add description: say what it predicts, for whom, and from what")
    }
    return placeholder(
      text, of: "the model", called: manifest.name.value, at: manifest.description.range, path)
  }

  private var tier: Diagnostic? {
    let tags = manifest.tags.value ?? []
    guard rules.required.contains(.tier), manifest.tier.value == nil,
      !tags.contains(where: { $0.value.hasPrefix("Tier.") }),
      unknown.isDisjoint(with: [.tags, .tier])
    else { return nil }
    return missing(
      .tierRequired, "the model has no tier", manifest.tier.range, .tier,
      hint: "add tier:, for example tier: Tier.Tier3")
  }

  // MARK: Its features

  private var features: [Diagnostic] {
    let features = manifest.mlFeatures.value ?? []
    var findings: [Diagnostic] = []
    if rules.required.contains(.featureDescription) {
      findings += missing(
        .featureDescriptionRequired, "no description",
        features.filter { $0.description.value == nil && !isUnknown("description", of: $0) },
        member: "description",
        hint: "add description: say what its values mean")
      findings += features.compactMap { feature in
        let path = FieldPath.mlFeatures.element(feature.name.value).member("description")
        return feature.description.value.flatMap { text in
          placeholder(
            text, of: "the feature `\(feature.name.value)`", called: feature.name.value,
            at: feature.description.range, path)
        }
      }
    }
    if rules.required.contains(.featureSource) {
      findings += missing(
        .featureSourceRequired, "no source table",
        features.filter { !$0.hasTable && !isUnknown("featureSources", of: $0) },
        member: "featureSources", hint: "add featureSources: with the columns that it is made from")
    }
    return findings
  }

  private func isUnknown(_ member: String, of feature: FeatureManifest) -> Bool {
    unknown.contains(.mlFeatures.element(feature.name.value).member(member))
  }

  /// One finding for each feature of the file; those of a registry stand at one place, and are told
  /// together.
  private func missing(
    _ code: DiagnosticCode, _ what: String, _ features: [FeatureManifest], member: String,
    hint: String
  ) -> [Diagnostic] {
    guard let first = features.first else { return [] }
    if listsFeatures {
      return features.map { feature in
        missing(
          code, "the feature `\(feature.name.value)` has \(what)", feature.name.range,
          .mlFeatures.element(feature.name.value).member(member), hint: hint)
      }
    }
    let names = WordList.text(features.map { "`\($0.name.value)`" })
    return [
      missing(
        code, "of the features that the registry gives, \(names) have \(what)", first.name.range,
        .mlFeatures, hint: "describe the features under mlFeatures:")
    ]
  }

  private func placeholder(
    _ text: String, of subject: String, called name: String, at range: SourceRange?,
    _ path: FieldPath
  ) -> Diagnostic? {
    guard PlaceholderText.matches(text, describing: name) else { return nil }
    let shown = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(40)
    return missing(
      .descriptionPlaceholder, "the description of \(subject), `\(shown)`, says nothing", range,
      path, hint: "say what somebody who does not know it has to know")
  }

  private func missing(
    _ code: DiagnosticCode, _ message: String, _ range: SourceRange?, _ path: FieldPath,
    hint: String
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: range ?? manifest.name.range, fieldPath: path.description,
      model: manifest.findingsKey)
  }
}

extension FeatureManifest {
  /// Whether a source names a table.
  fileprivate var hasTable: Bool {
    (featureSources.value ?? []).contains { $0.dataSourceFqn.value != nil }
  }
}
