/// What was read of the catalog for one run: the only thing deciding looks at.
public struct CatalogSnapshot: Sendable {
  /// The server's URL, for the report.
  public var serverURL: String
  /// What the server can do.
  public var capabilities: Capabilities
  /// Tables by the `fullyQualifiedName` that was asked for.
  public var tables: [String: Lookup<Table>] = [:]
  /// Names of tables near one that was not found, by the name that was asked for: the other tables
  /// of its schema, as fully qualified names.
  public var neighbours: [String: [String]] = [:]
  /// Tags near one that was not found, by the name that was asked for: the tags of its
  /// classification, or of one of nearly that name.
  public var tagNeighbours: [String: [String]] = [:]
  /// Models by `fullyQualifiedName`.
  public var models: [String: Lookup<MlModel>] = [:]
  /// All services that the caller may see, deleted ones included; nil when none was asked for.
  public var services: [MlModelService]?
  /// Upstream edges by the model's `fullyQualifiedName`.
  public var edges: [String: [LineageEdge]] = [:]
  /// Versions newest first, by the model's `fullyQualifiedName`; only where blame was asked for.
  public var history: [String: [MlModel]] = [:]
  /// Who we are; only when blame was asked for.
  public var principal: Principal?
  /// Users by their lower-cased name.
  public var users: [String: Lookup<User>] = [:]
  /// Teams by name.
  public var teams: [String: Lookup<Team>] = [:]
  /// Tags by `fullyQualifiedName`, as the label that would be set.
  public var tags: [String: Lookup<TagLabel>] = [:]
  /// Other things that manifests name.
  public var entities: [NamedEntity: Lookup<EntityReference>] = [:]
  /// Names of all things of a kind, for suggestions; only where one was not found.
  public var entityNames: [NamedEntity.Kind: [String]] = [:]
  /// The custom properties of ML models; nil when none was asked for.
  public var customProperties: Lookup<[CustomProperty]>?
  /// What the server failed to tell of some things, which only concerns the models that need them.
  public var unread: [CatalogThing: String] = [:]

  /// Makes an empty snapshot of a server.
  public init(serverURL: String, capabilities: Capabilities) {
    self.serverURL = serverURL
    self.capabilities = capabilities
  }
}
