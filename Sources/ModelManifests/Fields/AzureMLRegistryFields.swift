import Diagnostics
import YAMLSource

extension AzureMLRegistryManifest: ManifestRecord {
  static let identity: Set<String> = [
    "model", "version", "label", "workspace", "registry", "resourceGroup", "subscription",
  ]
  static let credentials = CredentialHome.azureML

  init(blankAt range: SourceRange) {
    self.init(range: range, model: Located("", at: range))
  }

  static let fields: [ManifestField<AzureMLRegistryManifest>] = [
    .required("model", "The model's name", example: "revenue", \.model) {
      $1.registeredModel($0)
    },
    .filled("version", "The version", example: "\"3\"", isAlternative: true, \.version) {
      $1.azureMLVersion($0)
    },
    .filled(
      "label", "The label of the version", example: "latest", shape: .words(["latest"]),
      isAlternative: true, \.label
    ) { $1.word($0, of: ["latest"]) },
    .filled(
      "workspace", "The workspace that holds the model", example: "ml-prod", \.workspace
    ) { $1.filledText($0) },
    .filled(
      "registry", "The registry that holds the model, shared by workspaces", example: "models",
      \.registry
    ) { $1.filledText($0) },
    .filled(
      "resourceGroup", "The resource group of the workspace or registry", example: "ml",
      \.resourceGroup
    ) { $1.filledText($0) },
    .filled(
      "subscription", "The id of the subscription",
      example: "6f1c2d3e-0000-4000-8000-000000000001", \.subscription
    ) { $1.subscription($0) },
  ]

  func check(_ entries: [YAMLEntry], _ decoding: inout Decoding) {
    decoding.checkPresence(
      of: Self.descriptions, entries, in: range,
      message: "`version` or `label` is missing: nothing chooses a version of the model",
      hint: "add one, for example `label: latest`")
    decoding.checkExclusive(
      ["version", "label"], entries, message: "`version` and `label` both choose a version",
      hint: "keep one")
    decoding.checkExclusive(
      ["workspace", "registry"], entries,
      message: "a model is looked up in a workspace or in a registry, not in both",
      hint: "keep one")
  }
}
