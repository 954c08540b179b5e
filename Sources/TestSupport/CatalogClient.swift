import FoundationEssentials
import HTTPClient
public import JSONDocuments

/// Plain calls to a catalog as its administrator or with a token.
public struct CatalogClient: Sendable {
  /// What the catalog answered.
  public struct Reply: Sendable {
    /// The HTTP status.
    public let status: Int
    let headers: HTTPHeaders
    /// The document; `null` for none.
    public let body: JSON

    /// The value of a header; nil when there is none.
    public func header(_ name: String) -> String? { headers[name] }

    /// A member of the document.
    public subscript(key: String) -> JSON? { body[key] }
  }

  /// Where the catalog is, such as `http://127.0.0.1:40123`, without `/api`.
  public let baseURL: String
  /// The session token of the administrator.
  public let adminToken: String
  private let transport: CurlTransport

  /// Signs in as `admin@open-metadata.org`.
  ///
  /// - Throws: ``RunningCatalogError`` when the catalog refuses.
  public init(baseURL: String, adminPassword: String = "admin") async throws {
    self.baseURL = baseURL
    transport = CurlTransport()
    adminToken = try await Self.logIn(
      transport, baseURL, "admin@open-metadata.org", adminPassword)
  }

  /// Goes on in a session that began before, as when a data file is opened again.
  public init(baseURL: String, adminToken: String) {
    self.baseURL = baseURL
    self.adminToken = adminToken
    transport = CurlTransport()
  }

  // MARK: Calls

  /// Sends a request to a path below `/api/v1` by a method such as `GET`; as the administrator unless a token is given.
  @discardableResult
  public func call(
    _ method: String, _ path: String, _ body: JSON? = nil, token: String? = nil
  ) async throws -> Reply {
    try await Self.call(transport, baseURL, method, path, body, token ?? adminToken)
  }

  /// A call that must succeed; its document.
  @discardableResult
  public func require(
    _ method: String, _ path: String, _ body: JSON? = nil, token: String? = nil
  ) async throws -> JSON {
    let reply = try await call(method, path, body, token: token)
    guard reply.status < 300 else {
      throw RunningCatalogError("\(method) \(path): \(reply.status) \(reply.body.text())")
    }
    return reply.body
  }

  // MARK: Principals

  /// The token of a new bot that may do what the ingestion bot may.
  public func makeBot(_ name: String) async throws -> String {
    let role = try await require("GET", "roles/name/IngestionBotRole")
    let user = try await require(
      "PUT", "users",
      [
        "name": .string(name), "email": .string("\(name)@open-metadata.org"), "isBot": true,
        "roles": [role["id"] ?? .null],
        "authenticationMechanism": ["authType": "JWT", "config": ["JWTTokenExpiry": "Unlimited"]],
      ])
    try await require("PUT", "bots", ["name": .string(name), "botUser": .string(name)])
    let token = try await require("GET", "users/token/\(user["id"]?.string ?? "")")
    return token["JWTToken"]?.string ?? ""
  }

  /// The session token of a new person with a role such as `DataSteward`.
  public func makeUser(_ name: String, role: String? = nil) async throws -> String {
    let password = "Secret-" + UUID().uuidString
    var roles: [JSON] = []
    if let role {
      roles = [try await require("GET", "roles/name/\(role)")["id"] ?? .null]
    }
    try await require(
      "POST", "users",
      [
        "name": .string(name), "email": .string("\(name)@open-metadata.org"),
        "password": .string(password), "roles": .array(roles),
      ])
    return try await Self.logIn(
      transport, baseURL, "\(name)@open-metadata.org", password)
  }

  private static func logIn(
    _ transport: CurlTransport, _ baseURL: String, _ email: String, _ password: String
  ) async throws -> String {
    let reply = try await call(
      transport, baseURL, "POST", "users/login",
      [
        "email": .string(email),
        "password": .string(Data(password.utf8).base64EncodedString()),
      ], nil)
    guard let token = reply["accessToken"]?.string else {
      throw RunningCatalogError("\(email) cannot log in: \(reply.body.text())")
    }
    return token
  }

  private static func call(
    _ transport: CurlTransport, _ baseURL: String, _ method: String, _ path: String,
    _ body: JSON?, _ token: String?
  ) async throws -> Reply {
    guard let method = HTTPMethod(rawValue: method) else {
      throw RunningCatalogError("\(method) is no method of the client")
    }
    var request = HTTPRequest(method, "\(baseURL)/api/v1/\(path)")
    if let token { request.headers.append("Authorization", "Bearer \(token)") }
    if let body {
      let type = method == .patch ? "application/json-patch+json" : "application/json"
      request.headers.append("Content-Type", type)
      request.body = body.encoded()
    }
    let response = try await transport.send(request)
    return Reply(
      status: response.status, headers: response.headers,
      body: response.body.isEmpty ? .null : try JSON(parsing: response.body))
  }
}
