import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import RegisteredModels

/// Whether the registry points to another version than the one that was published.
///
/// The published version is what the catalog shows in its custom property, else what the lock holds;
/// a manifest that names a version by itself always means that one.
struct RegistryDrift {
  private(set) var drift: Drift?
  /// Whether nobody knows what was published.
  private(set) var isUnknown = false

  init(_ desired: DesiredModel, published model: MlModel?, locked: RegisteredVersion?) {
    guard case .read(let version) = desired.registry, let registry = desired.manifest.registry,
      registry.isMoving
    else { return }
    let property = RegistryProperty.mlModelVersion.name
    guard let before = model?.customProperties[property]?.string ?? locked?.version else {
      isUnknown = true
      return
    }
    guard before != version.version else { return }
    let key = registry.selectorKey
    let isLatest = registry.isLatest
    let message =
      isLatest
      ? "version \(version.version) of `\(registry.model.value)` is registered, and \(before) was "
        + "published"
      : "\(registry.selection) points to version \(version.version), and \(before) was published"
    let finding = Diagnostic(
      isLatest ? .newRegistration : .driftedRegistration, message,
      hint: "publish, so that the catalog shows version \(version.version)",
      at: registry.selector, fieldPath: registry.path(of: key).description,
      model: desired.manifest.findingsKey)
    drift = Drift(
      .registry, registry.selection, published: .string(before),
      current: .string(version.version), finding)
  }
}

extension RegistryManifest {
  /// Whether the version that it means may become another one.
  fileprivate var isMoving: Bool {
    switch self {
    case .mlflow(let registry): registry.alias != nil || registry.stage != nil || isLatest
    case .azureML: isLatest
    }
  }

  /// Whether it means the newest version.
  fileprivate var isLatest: Bool {
    switch self {
    case .mlflow(let registry):
      registry.alias == nil && registry.stage == nil
        && (registry.version?.value ?? "latest") == "latest"
    case .azureML(let registry): registry.version == nil
    }
  }
}
