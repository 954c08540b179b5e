public import Diagnostics

/// `registry.mlflow` of a manifest: a version of a model that is registered in MLflow.
///
/// Of `version`, `alias` and `stage` exactly one chooses; `version` may stand beside one of the
/// others as what is expected.
public struct MLflowRegistryManifest: Sendable, Equatable {
  /// The mapping.
  public var range: SourceRange
  /// The registered model's name.
  public var model: Located<String>
  /// A version's number, or `latest`.
  public var version: Located<String>?
  /// An alias of the model.
  public var alias: Located<String>?
  /// A stage, spelt as MLflow does.
  public var stage: Located<String>?
  /// The tracking server, which knows the runs; without user info.
  public var trackingUri: Located<String>?
  /// The registry, where it is not the tracking server; without user info.
  public var registryUri: Located<String>?

  /// Makes one of which only the model is given.
  public init(range: SourceRange, model: Located<String>) {
    self.range = range
    self.model = model
  }

  func value(of key: String) -> Located<String>? {
    switch key {
    case "version": version
    case "alias": alias
    case "stage": stage
    case "trackingUri": trackingUri
    case "registryUri": registryUri
    default: nil
    }
  }
}
