public import Diagnostics
import ModelManifests

/// Where a desired value comes from; every leaf has exactly one.
public enum Origin: Sendable, Hashable {
  /// A place in a manifest, in the project config or on the command line.
  case file(SourceRange)
  /// A place in a model registry, such as `mlflow:runs:/ID#params.eta`; never with user info.
  case registry(String)
  /// What the tool takes when nobody says anything.
  case builtIn
}

extension Origin: CustomStringConvertible {
  /// As reports show it: `ml_model.yaml:12:20`, `mlflow:models:/revenue/7#description`,
  /// `command line`, `default`.
  public var description: String {
    switch self {
    case .file(let range): range.isOnCommandLine ? "command line" : range.description
    case .registry(let place): place
    case .builtIn: "default"
    }
  }
}
