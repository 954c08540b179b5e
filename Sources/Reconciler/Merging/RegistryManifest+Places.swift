import Diagnostics
import ModelManifests

extension RegistryManifest {
  /// The keys that choose a version, the deciding one first.
  private static let selectors = ["alias", "stage", "label", "version"]

  /// The key that chooses the version.
  var selectorKey: String {
    Self.selectors.first { place(of: $0) != model.range } ?? "model"
  }

  /// What chooses the version, else the model's name.
  var selector: SourceRange { place(of: selectorKey) }

  /// What the manifest points to, such as `` the alias `champion` of `revenue` ``.
  var selection: String {
    switch self {
    case .mlflow(let registry):
      if let alias = registry.alias { return "the alias `\(alias.value)` of `\(model.value)`" }
      if let stage = registry.stage { return "the stage `\(stage.value)` of `\(model.value)`" }
      return "version \(registry.version?.value ?? "latest") of `\(model.value)`"
    case .azureML(let registry):
      return "version \(registry.version?.value ?? "latest") of `\(model.value)`"
    }
  }

  /// The version that is written beside what chooses one.
  var expectedVersion: Located<String>? {
    switch self {
    case .mlflow(let registry):
      registry.alias == nil && registry.stage == nil ? nil : registry.version
    case .azureML: nil
    }
  }
}
