public import Diagnostics

/// One entry of `environments`: what is other when its name is given by `--env`.
public struct EnvironmentConfig: Sendable, Equatable {
  /// The OpenMetadata server.
  public var host: Located<String>?
  /// The service of manifests that name none.
  public var serviceName: Located<String>?
  /// Where models are registered.
  public var registry = RegistryConfig()
  /// How the names of tables and dashboards begin there, by how manifests write them.
  public var serviceAliases: [NamePrefixRule] = []

  /// Makes an environment that says nothing.
  public init() {}
}
