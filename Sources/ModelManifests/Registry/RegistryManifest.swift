public import Diagnostics

/// `registry`: where a model is registered, and which of its versions is meant.
public enum RegistryManifest: Sendable, Equatable {
  /// In an MLflow registry.
  case mlflow(MLflowRegistryManifest)
  /// In a workspace or a registry of Azure Machine Learning.
  case azureML(AzureMLRegistryManifest)

  /// The registered model's name.
  public var model: Located<String> {
    switch self {
    case .mlflow(let registry): registry.model
    case .azureML(let registry): registry.model
    }
  }

  /// The value of a key, such as `alias`; nil when it is not given.
  public func value(of key: String) -> Located<String>? {
    if key == "model" { return model }
    return switch self {
    case .mlflow(let registry): registry.value(of: key)
    case .azureML(let registry): registry.value(of: key)
    }
  }

  /// The place of the value of a key, such as `alias`; that of `model` for a key that is not given.
  public func place(of key: String) -> SourceRange { (value(of: key) ?? model).range }

  /// The field path of a key: `registry.mlflow.alias`.
  public func path(of key: String) -> FieldPath {
    let kind =
      switch self {
      case .mlflow: "mlflow"
      case .azureML: "azureml"
      }
    return FieldPath("registry").member(kind).member(key)
  }
}
