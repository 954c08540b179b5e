/// A database as its system catalog describes it.
public struct DatabaseDescription: Sendable, Hashable {
  /// Where it was read.
  public var endpoint: PostgresEndpoint
  /// The schemas by name, without those of PostgreSQL itself.
  var schemas: [SchemaDescription]

  /// The database's name.
  var name: String { endpoint.database }

  /// Makes a description.
  init(endpoint: PostgresEndpoint, schemas: [SchemaDescription]) {
    self.endpoint = endpoint
    self.schemas = schemas
  }
}
