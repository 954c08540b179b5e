/// A database as its system catalog describes it.
public struct DatabaseDescription: Sendable, Hashable {
  /// Where it was read.
  public var endpoint: PostgresEndpoint
  /// The schemas by name, without those of PostgreSQL itself.
  public var schemas: [SchemaDescription]

  /// The database's name.
  public var name: String { endpoint.database }

  /// Makes a description.
  public init(endpoint: PostgresEndpoint, schemas: [SchemaDescription]) {
    self.endpoint = endpoint
    self.schemas = schemas
  }
}
