import Diagnostics
import YAMLSource

/// `registry` of a manifest while it is read: a mapping with one key for each kind of registry.
struct RegistryRecord: ManifestRecord {
  static let identity: Set<String> = ["mlflow", "azureml"]
  static let credentials = CredentialHome.registries

  private let range: SourceRange
  private(set) var registry: RegistryManifest?

  init(blankAt range: SourceRange) {
    self.range = range
  }

  static let fields: [ManifestField<RegistryRecord>] = [
    .other(
      FieldDescription(
        "mlflow", "A version of a model in an MLflow registry",
        example: "{model: revenue, alias: champion}",
        shape: .record(MLflowRegistryManifest.descriptions), isAlternative: true,
        isNullable: false)
    ) { node, record, decoding in
      guard let registry = decoding.record(node, MLflowRegistryManifest.self) else { return false }
      record.registry = .mlflow(registry)
      return true
    },
    .other(
      FieldDescription(
        "azureml", "A version of a model in Azure Machine Learning",
        example: "{workspace: ml-prod, model: revenue, label: latest}",
        shape: .record(AzureMLRegistryManifest.descriptions), isAlternative: true,
        isNullable: false)
    ) { node, record, decoding in
      guard let registry = decoding.record(node, AzureMLRegistryManifest.self) else { return false }
      record.registry = .azureML(registry)
      return true
    },
  ]

  func check(_ entries: [YAMLEntry], _ decoding: inout Decoding) {
    decoding.checkPresence(
      of: Self.descriptions, entries, in: range, message: "`mlflow` or `azureml` is missing",
      hint: "add one, for example `mlflow: {model: revenue, alias: champion}`")
    decoding.checkExclusive(
      ["mlflow", "azureml"], entries, message: "a model is registered in one place",
      hint: "keep one")
  }
}
