public import FullyQualifiedNames
import JSONDocuments

/// The requests that describe a database to an OpenMetadata server, in the words of OpenMetadata's
/// own PostgreSQL connector.
public struct DatabaseRequests: Sendable, Hashable {
  /// The service, the database, its schemas and its tables, in an order that a server accepts.
  public let entities: [EntityRequest]
  /// What cannot be told to this server, and why; one sentence each.
  public let omissions: [String]

  /// Describes a database.
  ///
  /// A name that the server's line cannot hold is left out with all that is in it.
  /// - Parameters:
  ///   - service: The name of the database service.
  ///   - line: The server's.
  /// - Throws: `FullyQualifiedNameError` when the service's or the database's name cannot be used.
  public init(
    for database: DatabaseDescription, service: String, line: ConnectorLine
  ) throws(FullyQualifiedNameError) {
    var request = EntityRequest(
      collection: "/v1/services/databaseServices",
      fullyQualifiedName: try FullyQualifiedName([service]).text(line.quoting),
      body: Self.service(service, database.endpoint))
    // A service that is there may be connected in another way, which is not ours to change.
    request.isPreliminary = true
    var builder = RequestBuilder(line: line)
    try builder.add(database, service: service)
    entities = [request] + builder.requests
    omissions = builder.omissions
  }

  private static func service(_ name: String, _ endpoint: PostgresEndpoint) -> JSON {
    let configuration: JSON = [
      "type": "Postgres", "scheme": "postgresql+psycopg2", "username": .string(endpoint.user),
      "authType": ["password": .string(endpoint.password)],
      "hostPort": .string(endpoint.hostPort), "database": .string(endpoint.database),
      "ingestAllDatabases": false, "sslMode": .string(endpoint.securityMode),
      "classificationName": "PostgresPolicyTags",
      "connectionArguments": ["sslmode": .string(endpoint.securityMode)],
    ]
    return [
      "name": .string(name), "serviceType": "Postgres", "connection": ["config": configuration],
    ]
  }
}
