/// Values inside of MLflow's filter language, which has quotes but no way to escape one.
enum SearchFilter {
  /// A value in quotes; nil when it holds both kinds of them, so that no filter can name it.
  ///
  /// Databricks reads single quotes only, so they come first.
  static func quoted(_ value: String) -> String? {
    if !value.contains("'") { return "'\(value)'" }
    return value.contains("\"") ? nil : "\"\(value)\""
  }
}
