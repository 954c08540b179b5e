import Diagnostics
import YAMLSource

extension FeatureManifest: ManifestRecord {
  init(blankAt range: SourceRange) {
    self.init(
      range: range, name: Located("", at: range), dataType: Located(.numerical, at: range))
  }

  mutating func note(unread key: String) { unreadKeys.insert(key) }

  static let fields: [ManifestField<FeatureManifest>] = [
    .required("name", "The feature's name, unique in its model", example: "persona", \.name) {
      $1.name($0)
    },
    .required(
      "dataType", "Whether its values are numbers or categories", example: "categorical",
      shape: .words(FeatureDataType.allCases.map(\.rawValue)), \.dataType
    ) { $1.word($0, FeatureDataType.self) },
    .text(
      "featureAlgorithm", "How the feature is made from its sources", example: "PCA",
      \.featureAlgorithm),
    .text(
      "description", "What the feature means, in Markdown", example: "The kind of customer",
      \.description),
    .list("tags", "Tags by full name", example: "[PII.Sensitive]", of: .text, \.tags) {
      $1.members($0) { $1.tag($0) }
    },
    .list(
      "glossaryTerms", "Glossary terms by full name", example: "[Business.Revenue]", of: .text,
      \.glossaryTerms
    ) { $1.members($0) { $1.glossaryTerm($0) } },
    .list(
      "featureSources", "The columns that the feature is made from",
      example: "[{name: membership, dataSourceFqn: demo_pg.postgres.public.users}]",
      of: .record(FeatureSourceManifest.descriptions), \.featureSources
    ) {
      $1.records(
        $0, FeatureSourceManifest.self, key: { Located($0.key, at: $0.name.range) },
        what: "the source")
    },
  ]
}
