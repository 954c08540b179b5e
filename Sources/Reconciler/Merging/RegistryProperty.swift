/// A custom property of ML models for a fact that a model registry knows; all hold text.
///
/// They are published only where the catalog defines them.
public enum RegistryProperty: String, Sendable, Hashable, CaseIterable {
  case mlRegistry, mlModelVersion, mlAliases, mlStage, mlRunId, mlRunUrl, mlMetrics
  case mlTrainingData, mlGitCommit

  /// The property's name.
  public var name: String { rawValue }

  /// What the catalog tells people about the property.
  public var summary: String {
    switch self {
    case .mlRegistry: "The model registry that holds the published version"
    case .mlModelVersion: "The version in the model registry"
    case .mlAliases: "The aliases that point to the version, a JSON list"
    case .mlStage: "The stage of the version in the model registry"
    case .mlRunId: "The run that made the version"
    case .mlRunUrl: "The page of the run that made the version"
    case .mlMetrics: "The metrics of the run, a JSON object"
    case .mlTrainingData: "The data that the version was trained on, a JSON list"
    case .mlGitCommit: "The commit of the code that made the version"
    }
  }
}
