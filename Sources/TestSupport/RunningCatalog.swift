public import EmbeddedCatalog
public import JSONDocuments

/// An embedded catalog on a free port that keeps nothing, and plain calls to it.
///
/// It holds what every new catalog holds and nothing more. It ends with its last reference.
public final class RunningCatalog: Sendable {
  /// What the catalog answered.
  public typealias Reply = CatalogClient.Reply

  /// The server itself.
  public let server: CatalogServer
  /// Calls to it.
  public let client: CatalogClient

  /// Where the catalog is, such as `http://127.0.0.1:40123`, without `/api`.
  public var baseURL: String { server.baseURL }
  /// The session token of the administrator.
  public var adminToken: String { client.adminToken }

  /// Starts a catalog that answers as this version of OpenMetadata.
  public convenience init(version: String = "1.5.10") async throws {
    try await self.init(CatalogConfiguration(dataPath: ":memory:", version: version))
  }

  /// Starts a catalog with a configuration of one's own.
  public init(_ configuration: CatalogConfiguration) async throws {
    server = try CatalogServer(configuration)
    try server.start()
    client = try await CatalogClient(
      baseURL: server.baseURL, adminPassword: configuration.adminPassword)
  }

  /// Starts a catalog on a data file whose administrator has a session already.
  public init(_ configuration: CatalogConfiguration, adminToken: String) throws {
    server = try CatalogServer(configuration)
    try server.start()
    client = CatalogClient(baseURL: server.baseURL, adminToken: adminToken)
  }

  deinit { server.stop() }

  /// Ends the catalog before the last reference to it goes.
  public func stop() { server.stop() }

  /// Sends a request to a path below `/api/v1` by a method such as `GET`; as the administrator
  /// unless a token is given.
  @discardableResult
  public func call(
    _ method: String, _ path: String, _ body: JSON? = nil, token: String? = nil
  ) async throws -> Reply {
    try await client.call(method, path, body, token: token)
  }

  /// A call that must succeed; its document.
  @discardableResult
  public func require(
    _ method: String, _ path: String, _ body: JSON? = nil, token: String? = nil
  ) async throws -> JSON {
    try await client.require(method, path, body, token: token)
  }

  /// The token of a new bot that may do what the ingestion bot may.
  public func makeBot(_ name: String) async throws -> String { try await client.makeBot(name) }

  /// The session token of a new person with a role such as `DataSteward`.
  public func makeUser(_ name: String, role: String? = nil) async throws -> String {
    try await client.makeUser(name, role: role)
  }
}
