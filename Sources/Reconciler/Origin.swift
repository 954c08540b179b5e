public import Diagnostics

/// Where a desired value comes from; every leaf has exactly one.
public enum Origin: Sendable, Hashable {
  /// A place in a manifest or in the project config.
  case file(SourceRange)
  /// The command line.
  case commandLine
  /// What the tool takes when nobody says anything.
  case builtIn
}

extension Origin: CustomStringConvertible {
  /// As reports show it: `ml_model.yaml:12:20`, `command line`, `default`.
  public var description: String {
    switch self {
    case .file(let range): range.description
    case .commandLine: "command line"
    case .builtIn: "default"
    }
  }
}
