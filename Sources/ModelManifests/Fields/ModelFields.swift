import Diagnostics
import YAMLSource

extension ModelManifest: ManifestRecord {
  static let identity: Set<String> = ["name", "serviceName", "service"]

  init(blankAt range: SourceRange) {
    self.init(
      range: range, service: ServiceManifest(blankAt: range), name: Located("", at: range))
  }

  mutating func note(unread key: String) { unreadKeys.insert(key) }

  static let fields: [ManifestField<ModelManifest>] =
    identityFields + descriptiveFields + labelFields + placeFields + contentFields + ruleFields
    + registryFields

  private static let identityFields: [ManifestField<ModelManifest>] = [
    .other(
      FieldDescription(
        "serviceName", "The ML model service that the model belongs to",
        example: ServiceManifest.defaultName, shape: .text, isNullable: false)
    ) { node, record, decoding in
      guard let name = decoding.name(node) else { return false }
      record.service = ServiceManifest(name: name.value, nameRange: name.range)
      return true
    },
    .other(
      FieldDescription(
        "service", "The service in its long form, with what is used when it must be made",
        example: "{name: Forecasts, displayName: Our forecasts}",
        shape: .record(ServiceManifest.descriptions), isNullable: false)
    ) { node, record, decoding in
      guard let service = decoding.record(node, ServiceManifest.self) else { return false }
      record.service = service
      return true
    },
    .required("name", "The model's name", example: "Revenue Predictions", \.name) { $1.name($0) },
  ]

  private static let descriptiveFields: [ManifestField<ModelManifest>] = [
    .text(
      "displayName", "The model's name as people see it", example: "Revenue forecast",
      \.displayName),
    .text(
      "description", "What the model is for, in Markdown", example: "Predicts revenue",
      \.description),
    .other(
      FieldDescription(
        "algorithm", "The algorithm used to train the model", example: "XGBoost", shape: .text,
        isRequired: true, unless: "registry")
    ) { node, record, decoding in
      guard let text = decoding.filledText(node) else { return false }
      record.algorithm = .value(text)
      return true
    },
    .optional("target", "The value that is predicted", example: "expected_time", \.target) {
      $1.name($0)
    },
    .optional(
      "server", "The URL that serves the model", example: "https://models.example.com/revenue",
      \.server
    ) { $1.url($0) },
    .optional(
      "sourceUrl", "The URL of the model at its source",
      example: "https://git.example.com/models/revenue", \.sourceUrl
    ) { $1.url($0) },
  ]

  private static let labelFields: [ManifestField<ModelManifest>] = [
    .list(
      "owners", "Users by name or e-mail address, or one team as `team:NAME`",
      example: "[jane.doe]", of: .text, \.owners
    ) { $1.members($0) { $1.owner($0) } },
    .list("tags", "Tags by full name", example: "[PII.Sensitive]", of: .text, \.tags) {
      $1.members($0) { $1.tag($0) }
    },
    .optional("tier", "How important the model is", example: "Tier.Tier1", \.tier) {
      $1.tier($0)
    },
    .list(
      "glossaryTerms", "Glossary terms by full name", example: "[Business.Revenue]", of: .text,
      \.glossaryTerms
    ) { $1.members($0) { $1.glossaryTerm($0) } },
  ]

  private static let placeFields: [ManifestField<ModelManifest>] = [
    .list(
      "domains", "The domains that the model belongs to, by full name", example: "[Finance]",
      of: .text, \.domains
    ) { $1.members($0) { $1.domain($0) } },
    .other(
      FieldDescription(
        "domain", "The domain that the model belongs to, by full name", example: "Finance",
        shape: .text)
    ) { node, record, decoding in
      if node.isNull {
        record.domains = .empty(at: node.place)
        return true
      }
      guard let domain = decoding.domain(node) else { return false }
      record.domains = .value(Located([domain], at: node.place))
      return true
    },
    .list(
      "dataProducts", "The data products that the model is part of, by full name",
      example: "[Revenue]", of: .text, \.dataProducts
    ) { $1.members($0) { $1.dataProduct($0) } },
    .optional(
      "dashboard", "The dashboard of the model's metrics, by full name",
      example: "superset.revenue", \.dashboard
    ) { $1.dashboard($0) },
    .other(
      FieldDescription(
        "extension", "Values of custom properties that the catalog defines for ML models",
        example: "{costCenter: \"4711\"}", shape: .dictionary(.anything))
    ) { node, record, decoding in
      if node.isNull {
        record.extension = .empty(at: node.place)
        return true
      }
      guard let properties = decoding.customProperties(node) else { return false }
      if node.isEmptyMapping {
        record.extension = .empty(at: node.place)
      } else if !properties.isEmpty {
        // Free keys alone say nothing, not that there is to be nothing.
        record.extension = .value(Located(properties, at: node.place))
      }
      return true
    },
  ]

  private static let contentFields: [ManifestField<ModelManifest>] = [
    .list(
      "mlFeatures", "The features", example: "[{name: persona, dataType: categorical}]",
      of: .record(FeatureManifest.descriptions), \.mlFeatures
    ) { $1.records($0, FeatureManifest.self, key: \.name, what: "the feature") },
    .list(
      "mlHyperParameters", "The hyper-parameters", example: "[{name: eta, value: 0.30}]",
      of: .record(HyperParameterManifest.descriptions), \.mlHyperParameters
    ) { $1.records($0, HyperParameterManifest.self, key: \.name, what: "the hyper-parameter") },
    .other(
      FieldDescription(
        "mlStore", "Where the model and its image are",
        example: "{storage: s3://models/revenue/model.pkl}",
        shape: .record(StoreManifest.descriptions))
    ) { node, record, decoding in
      if node.isNull || node.isEmptyMapping {
        record.mlStore = .empty(at: node.place)
        return true
      }
      guard let store = decoding.record(node, StoreManifest.self) else { return false }
      record.mlStore = .value(Located(store, at: node.place))
      return true
    },
  ]

  private static let ruleFields: [ManifestField<ModelManifest>] = [
    .ownership("Who wins where the file and the catalog differ, by field", \.ownership),
    .other(
      FieldDescription(
        "suppress", "Findings that are silenced, each with a reason",
        example: "[{code: MLC237, reason: the name is older}]",
        shape: .list(.record(Suppression.descriptions)))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let items = decoding.items(node, form: Suppression.itemForm) else { return false }
      let path = decoding.path
      record.suppressions = items.enumerated().compactMap { index, item in
        decoding.within(path.element(String(index + 1))) { $0.record(item, Suppression.self) }
      }
      return true
    },
  ]

  private static let registryFields: [ManifestField<ModelManifest>] = [
    .other(
      FieldDescription(
        "registry", "Where the model is registered, and which of its versions is meant",
        example: "{mlflow: {model: revenue, alias: champion}}",
        shape: .record(RegistryRecord.descriptions), isNullable: false)
    ) { node, record, decoding in
      record.registry = decoding.record(node, RegistryRecord.self)?.registry
      if record.registry == nil { record.unusableRegistry = node.place }
      return record.registry != nil
    }
  ]
}

extension YAMLNode {
  /// Whether it is `{}`.
  fileprivate var isEmptyMapping: Bool {
    if case .mapping(let entries) = content { entries.isEmpty } else { false }
  }
}
