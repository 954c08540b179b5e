/// Reads what a PostgreSQL database holds, in one read-only transaction.
public struct PostgresReader: Sendable {
  private let address: PostgresAddress

  /// Makes a reader that has not connected yet.
  public init(_ address: PostgresAddress) {
    self.address = address
  }

  /// Connects, reads schemas, tables, views, columns and keys, and disconnects; blocks meanwhile.
  ///
  /// - Throws: ``PostgresSourceError``.
  public func read() throws(PostgresSourceError) -> DatabaseDescription {
    let connection = try PostgresConnection(to: address)
    for statement in CatalogQueries.beginning { try connection.rows(statement) }
    var assembly = DescriptionAssembly(
      types: try TypeCatalog(try connection.rows(CatalogQueries.types)))
    try assembly.addSchemas(try connection.rows(CatalogQueries.schemas))
    try assembly.addRelations(try connection.rows(CatalogQueries.relations))
    try assembly.addColumns(try connection.rows(CatalogQueries.columns))
    try assembly.addKeys(try connection.rows(CatalogQueries.keys))
    try connection.rows("COMMIT")
    return DatabaseDescription(endpoint: connection.endpoint, schemas: assembly.schemas)
  }
}
