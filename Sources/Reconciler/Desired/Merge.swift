public import Diagnostics
public import ModelManifests

/// Brings together what describes a model.
public enum Merge {
  /// One desired model for each manifest, in their order.
  ///
  /// Each is made from its own manifest only, so the order of manifests changes nothing.
  public static func desiredModels(
    of manifests: [ModelManifest], diagnostics: inout DiagnosticList
  ) -> [DesiredModel] {
    manifests.map { DesiredModel($0) }
  }
}
