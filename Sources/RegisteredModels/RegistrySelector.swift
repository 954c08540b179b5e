/// What chooses one version of a registered model.
public enum RegistrySelector: Sendable, Hashable {
  /// The version itself.
  case version(String)
  /// The version that an MLflow alias points to.
  case alias(String)
  /// The newest version in an MLflow stage.
  case stage(String)
  /// MLflow: the highest number that is READY. Azure ML: the newest creation time.
  case latest
}
