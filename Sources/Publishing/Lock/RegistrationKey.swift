import Diagnostics
import FullyQualifiedNames
import ModelManifests

/// The name of a registered version in a lock: what the files of the project say about it.
///
/// What the environment says is not in it, since who checks offline has none of that:
/// `mlflow:revenue?alias=champion`.
enum RegistrationKey {
  /// The name for a manifest's registry.
  static func text(_ registry: RegistryManifest, _ config: RegistryConfig) -> String {
    switch registry {
    case .mlflow(let manifest): text(manifest, config.mlflow)
    case .azureML(let manifest): text(manifest, config.azureML)
    }
  }

  private static func text(
    _ manifest: MLflowRegistryManifest, _ config: MLflowRegistryConfig
  ) -> String {
    let tracking = manifest.trackingUri ?? config.trackingUri
    // A manifest that names a tracking server alone means that server's registry.
    let registry =
      manifest.registryUri ?? (manifest.trackingUri == nil ? config.registryUri : nil)
    let selector: (String, String) =
      if let alias = manifest.alias {
        ("alias", alias.value)
      } else if let stage = manifest.stage {
        ("stage", stage.value)
      } else {
        ("version", manifest.version?.value ?? "latest")
      }
    return text(
      "mlflow", manifest.model.value,
      [
        selector, registry.map { ("registryUri", $0.value) },
        tracking.map { ("trackingUri", $0.value) },
      ])
  }

  private static func text(
    _ manifest: AzureMLRegistryManifest, _ config: AzureMLRegistryConfig
  ) -> String {
    let workspace =
      manifest.registry == nil ? manifest.workspace ?? config.workspace : nil
    let group = manifest.resourceGroup ?? config.resourceGroup
    let subscription = manifest.subscription ?? config.subscription
    return text(
      "azureml", manifest.model.value,
      [
        manifest.version.map { ("version", $0.value) } ?? ("label", "latest"),
        manifest.registry.map { ("registry", $0.value) },
        group.map { ("resourceGroup", $0.value) },
        subscription.map { ("subscription", $0.value) },
        workspace.map { ("workspace", $0.value) },
      ])
  }

  private static func text(
    _ kind: String, _ model: String, _ items: [(String, String)?]
  ) -> String {
    "\(kind):\(PercentEncoding.segment(model))?\(PercentEncoding.query(items.compactMap { $0 }))"
  }
}
