import FullyQualifiedNames
public import HTTPClient
import JSONDocuments
public import OpenMetadataEntities

/// The calls of OpenMetadata's REST API that publishing needs.
///
/// Each call is one request, or one for each page of a list. Names are quoted as the connected
/// server's line quotes them. Nothing is repeated here: a write whose answer is lost throws an
/// error with ``OpenMetadataError/mayHaveTakenEffect``, and the caller reads and decides.
public struct OpenMetadataClient: Sendable {
  /// The server, without `/api`.
  public let server: ServerURL
  /// What the server's line can do.
  public let capabilities: Capabilities

  private let base: String
  private let token: Secret?
  let transport: any HTTPTransport
  private let reader: AnswerReader

  /// Makes a client for a server whose line is known.
  ///
  /// - Parameters:
  ///   - server: The server's address, with or without `/api` at its end.
  ///   - capabilities: What its line can do.
  ///   - token: The bearer token; nil sends none.
  ///   - transport: What carries the requests.
  ///   - redactor: Hides secrets in texts of the server.
  public init(
    server: ServerURL, capabilities: Capabilities, token: Secret?,
    transport: any HTTPTransport, redactor: Redactor = Redactor([])
  ) {
    self.server = server.dropping(pathSuffix: "/api")
    self.capabilities = capabilities
    base = "\(self.server)/api/v1"
    self.token = token
    self.transport = transport
    reader = AnswerReader(server: self.server, redactor: redactor)
  }

  /// Asks a server for its version and makes a client that suits it.
  ///
  /// The token is not sent with this request.
  ///
  /// - Throws: ``OpenMetadataError``, for example `.notTheAPI` when something else answers.
  public static func connecting(
    to server: ServerURL, token: Secret?, transport: any HTTPTransport,
    redactor: Redactor = Redactor([])
  ) async throws(OpenMetadataError) -> OpenMetadataClient {
    let server = server.dropping(pathSuffix: "/api")
    let request = HTTPRequest(
      .get, "\(server)/api/v1/system/version", headers: ["Accept": "application/json"])
    let reader = AnswerReader(server: server, redactor: redactor)
    let document = try reader.document(try await OpenMetadataClient.send(request, transport))
    guard let text = document?["version"]?.string, let version = ServerVersion(text) else {
      throw .invalidAnswer("it names no version of OpenMetadata")
    }
    return OpenMetadataClient(
      server: server, capabilities: Capabilities(version: version), token: token,
      transport: transport, redactor: redactor)
  }

  private static func send(
    _ request: HTTPRequest, _ transport: any HTTPTransport
  ) async throws(OpenMetadataError) -> HTTPResponse {
    do throws(TransportError) {
      return try await transport.send(request)
    } catch {
      throw .unreachable(error)
    }
  }

  /// Sends a request; nil stands for an answer without content.
  func call(
    _ method: HTTPMethod, _ path: [String], query: [(String, String)] = [], body: JSON? = nil,
    type: String = "application/json"
  ) async throws(OpenMetadataError) -> JSON? {
    let request = request(method, path, query: query, body: body, type: type)
    return try reader.document(try await OpenMetadataClient.send(request, transport))
  }

  /// The request for a path below `/api/v1`, with the token.
  func request(
    _ method: HTTPMethod, _ path: [String], query: [(String, String)], body: JSON?, type: String,
    headers: HTTPHeaders = [:]
  ) -> HTTPRequest {
    var headers = headers
    headers["Accept"] = "application/json"
    if let token { headers["Authorization"] = "Bearer \(token.reveal())" }
    if body != nil { headers["Content-Type"] = type }
    let segments = path.map { PercentEncoding.segment($0) }.joined(separator: "/")
    let suffix = query.isEmpty ? "" : "?" + PercentEncoding.query(query)
    return HTTPRequest(
      method, "\(base)/\(segments)\(suffix)", headers: headers, body: body?.encoded())
  }

  /// Makes sure that an answer tells of what was asked: a cache or a proxy that mixes answers up
  /// would otherwise have us believe one thing of another.
  ///
  /// What the answer does not say, it does not contradict.
  func demand(
    _ document: JSON?, _ member: String, is expected: String?
  ) throws(OpenMetadataError) {
    guard let expected, let found = document?[member]?.string, found != expected else { return }
    // Servers may quote names in more than one way.
    if let left = try? FullyQualifiedName(parsing: found),
      let right = try? FullyQualifiedName(parsing: expected), left == right
    {
      return
    }
    throw .invalidAnswer("it tells of '\(found)', and '\(expected)' was asked for")
  }

  /// Reads something that must be there and must be of a certain shape.
  func read<Entity>(
    _ path: [String], query: [(String, String)] = [], as shape: (JSON) -> Entity?
  ) async throws(OpenMetadataError) -> Entity {
    try decode(try await call(.get, path, query: query), of: path, as: shape)
  }

  /// Gives a document its shape.
  func decode<Entity>(
    _ document: JSON?, of path: [String], as shape: (JSON) -> Entity?
  ) throws(OpenMetadataError) -> Entity {
    guard let document, let entity = shape(document) else {
      throw .invalidAnswer("'\(path[0])' lacks a necessary field")
    }
    return entity
  }
}
