public import ModelManifests

/// What the command line and the project config say about what registries know.
public struct MergeOptions: Sendable, Equatable {
  /// What the words of registries mean in the catalog.
  public var registry = RegistryConfig()
  /// What the project demands of its models.
  public var rules = RulesConfig()
  /// How names of tables begin in the environment that is meant, by how manifests write them.
  public var serviceAliases: [NamePrefixRule] = []
  /// The alias that a version must carry (`--require-alias`).
  public var requiredAlias: String?
  /// The stage that a version must be in (`--require-stage`).
  public var requiredStage: String?
  /// Whether a model is published without a registry that cannot be reached
  /// (`--registry optional`).
  public var isRegistryOptional = false

  /// Makes the options of a plain run.
  public init() {}

  /// Whether a run can go on without a registry that cannot be reached: nobody asked for a version
  /// that only the registry can tell.
  public var isRegistryExcusable: Bool { isRegistryOptional && !hasGate }

  /// How tables that registries name are found in the catalog.
  var tables: RegistryTables { RegistryTables(registry.tables ?? [], aliases: serviceAliases) }

  /// Whether the version of a model must be one that a person let through.
  var hasGate: Bool { requiredAlias != nil || requiredStage != nil }
}
