import Diagnostics
import YAMLSource

extension RegistryConfig: ManifestRecord {
  static let identity: Set<String> = []
  static let credentials = CredentialHome.registries

  init(blankAt range: SourceRange) { self.init() }

  static let fields: [ManifestField<RegistryConfig>] = [
    .section(
      "mlflow", "Where MLflow is, for manifests that do not say",
      example: "{trackingUri: \"https://mlflow.example.com\"}", \.mlflow),
    .section(
      "azureml", "Where in Azure Machine Learning, for manifests that do not say",
      example: "{resourceGroup: ml, workspace: ml-prod}", \.azureML),
    .other(
      FieldDescription(
        "tables", "The first parts of table names as registries write them, and what they mean",
        example: "{prod.sales: snowflake.PROD.SALES}", shape: .dictionary(.text))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let rules = decoding.prefixRules(node) else { return false }
      record.tables = rules
      return true
    },
    .other(
      FieldDescription(
        "tags", "Tags of registries by key and value, and the tags of the catalog that they mean",
        example: "{sensitivity: {high: PII.Sensitive}}", shape: .dictionary(.dictionary(.text)))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let rules = decoding.tagRules(node) else { return false }
      record.tags = rules
      return true
    },
    .other(
      FieldDescription(
        "owners", "Tags of registries whose values name owners", example: "{owner: user}",
        shape: .dictionary(.words(OwnerName.Kind.allCases.map(\.rawValue))))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let rules = decoding.ownerRules(node) else { return false }
      record.owners = rules
      return true
    },
  ]
}

extension MLflowRegistryConfig: ManifestRecord {
  static let identity: Set<String> = []
  static let credentials = CredentialHome.mlflow

  init(blankAt range: SourceRange) { self.init() }

  static let fields: [ManifestField<MLflowRegistryConfig>] = [
    .plain(
      "trackingUri", "The tracking server, which knows the runs",
      example: "https://mlflow.example.com", \.trackingUri
    ) { $1.mlflowURI($0) },
    .plain(
      "registryUri", "The registry where it is not the tracking server",
      example: "https://registry.example.com", \.registryUri
    ) { $1.mlflowURI($0) },
  ]
}

extension AzureMLRegistryConfig: ManifestRecord {
  static let identity: Set<String> = []
  static let credentials = CredentialHome.azureML

  init(blankAt range: SourceRange) { self.init() }

  static let fields: [ManifestField<AzureMLRegistryConfig>] = [
    .plain(
      "subscription", "The id of the subscription",
      example: "6f1c2d3e-0000-4000-8000-000000000001", \.subscription
    ) { $1.subscription($0) },
    .plain("resourceGroup", "The resource group", example: "ml", \.resourceGroup) {
      $1.filledText($0)
    },
    .plain(
      "workspace", "The workspace of manifests that name neither a workspace nor a registry",
      example: "ml-prod", \.workspace
    ) { $1.filledText($0) },
  ]
}

extension Decoding {
  /// A mapping of the first parts of names to the first parts of fully qualified names.
  mutating func prefixRules(_ node: YAMLNode) -> [NamePrefixRule]? {
    dictionary(node) { key, value, decoding in
      decoding.namePrefix(value).map { NamePrefixRule(prefix: key, replacement: $0) }
    }
  }

  fileprivate mutating func tagRules(_ node: YAMLNode) -> [RegistryTagRule]? {
    dictionary(node) { key, values, decoding in
      decoding.dictionary(values) { value, tag, decoding in
        decoding.tag(tag).map { RegistryTagRule(key: key, value: value, tag: $0) }
      }
    }?.flatMap(\.self)
  }

  fileprivate mutating func ownerRules(_ node: YAMLNode) -> [RegistryOwnerRule]? {
    dictionary(node) { key, value, decoding in
      decoding.word(value, OwnerName.Kind.self).map { RegistryOwnerRule(key: key, kind: $0.value) }
    }
  }
}
