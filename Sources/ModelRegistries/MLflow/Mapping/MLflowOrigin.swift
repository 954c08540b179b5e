import FullyQualifiedNames

/// Places in a registry as reports show them.
enum MLflowOrigin {
  /// The place of a version.
  static func version(_ version: String, of name: String) -> String {
    "mlflow:models:/\(shown(name))/\(version)"
  }

  /// The place of a registered model.
  static func model(_ name: String) -> String { "mlflow:models:/\(shown(name))" }

  /// The place of a run.
  static func run(_ id: String) -> String { "mlflow:runs:/\(shown(id))" }

  /// The place of a logged model.
  static func loggedModel(_ id: String) -> String { "mlflow:models:/\(shown(id))" }

  /// The place of an experiment.
  static func experiment(_ id: String) -> String { "mlflow:experiments:/\(shown(id))" }

  /// MLflow allows anything in a name, line breaks too.
  private static func shown(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: scalar != "#"
      }
    }
    return isPlain ? name : PercentEncoding.segment(name)
  }
}
