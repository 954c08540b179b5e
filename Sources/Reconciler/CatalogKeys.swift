public import OpenMetadataEntities

/// What must be read of the catalog before a decision can be made.
public struct CatalogKeys: Sendable, Equatable {
  /// Tables by fully qualified name, as this server quotes.
  public var tables: Set<String> = []
  /// Models by fully qualified name.
  public var models: Set<String> = []
  /// Users by lower-cased name.
  public var users: Set<String> = []
  /// Teams by name.
  public var teams: Set<String> = []
  /// Tags by fully qualified name.
  public var tags: Set<String> = []
  /// Other things by kind and fully qualified name.
  public var entities: Set<NamedEntity> = []
  /// Kinds of which something was not found, and whose other names may tell what was meant.
  public var entityNames: Set<NamedEntity.Kind> = []
  /// Whether the custom properties of ML models are needed.
  public var customProperties = false
  /// Whether the ML model services are needed.
  public var services = false
  /// Models whose upstream edges are needed.
  public var edges: Set<String> = []
  /// Models whose versions are needed, and with them who we are.
  public var history: Set<String> = []
  /// Tables that were not found and whose schema's other tables may tell what was meant.
  public var neighbours: Set<String> = []
  /// Tags that were not found and whose classification's other tags may tell what was meant.
  public var tagNeighbours: Set<String> = []

  /// Makes an empty set of keys.
  public init() {}

  /// Whether nothing is needed.
  public var isEmpty: Bool { self == CatalogKeys() }
}

extension CatalogKeys {
  /// Adds other keys.
  public mutating func formUnion(_ other: CatalogKeys) {
    tables.formUnion(other.tables)
    models.formUnion(other.models)
    users.formUnion(other.users)
    teams.formUnion(other.teams)
    tags.formUnion(other.tags)
    entities.formUnion(other.entities)
    entityNames.formUnion(other.entityNames)
    customProperties = customProperties || other.customProperties
    services = services || other.services
    edges.formUnion(other.edges)
    history.formUnion(other.history)
    neighbours.formUnion(other.neighbours)
    tagNeighbours.formUnion(other.tagNeighbours)
  }
}
