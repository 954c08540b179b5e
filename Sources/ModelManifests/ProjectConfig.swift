public import Diagnostics

/// `mlcatalog.yaml`: what holds for all manifests of a project.
public struct ProjectConfig: Sendable, Equatable {
  /// What a project makes of a code.
  public enum SeverityOverride: Sendable, Hashable {
    /// The severity instead of the catalogue's.
    case severity(Severity)
    /// The finding is not made.
    case off
  }

  /// The file's path; nil when there is no project config.
  public var path: String?
  /// Globs of manifests, relative to the config's folder.
  public var manifests: [Located<String>] = []
  /// The service of manifests that name none; nil when the config names none either.
  public var service: ServiceManifest?
  /// Where models are registered, and what registries' words mean.
  public var registry = RegistryConfig()
  /// The OpenMetadata server, once an environment is selected that names it.
  public var host: Located<String>?
  /// How names of tables and dashboards begin, once an environment is selected.
  public var serviceAliases: [NamePrefixRule] = []
  /// What is other in environments, by their names.
  public var environments: [String: EnvironmentConfig] = [:]
  /// Severities by code.
  public var severity: [DiagnosticCode: SeverityOverride] = [:]
  /// What the project demands of its models.
  public var rules = RulesConfig()
  /// Ownership where a manifest says nothing.
  public var ownership = Ownership()

  /// Makes the config of a project that has none.
  public init() {}
}
