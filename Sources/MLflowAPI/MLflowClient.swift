import FullyQualifiedNames
public import HTTPClient
import JSONDocuments

/// The calls of MLflow's REST API that reading a registry needs.
///
/// Each call is one request, or one for each page of a search. Nothing is repeated here.
public struct MLflowClient: Sendable {
  /// The server, with its static prefix, without `/api`.
  public let server: ServerURL
  /// Which registry the calls about models go to.
  public let registry: ModelRegistryKind

  private let credential: MLflowCredential?
  private let transport: any HTTPTransport
  private let reader: AnswerReader

  /// Makes a client; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - server: The server's address, with its static prefix.
  ///   - registry: Which of a Databricks workspace's two registries is meant; anywhere else the
  ///     usual one.
  ///   - credential: What is sent with each request; nil asks anonymously.
  ///   - transport: What carries the requests.
  ///   - redactor: Hides secrets in texts of the server; the credential's own are hidden anyway.
  public init(
    server: ServerURL, registry: ModelRegistryKind = .mlflow, credential: MLflowCredential?,
    transport: any HTTPTransport, redactor: Redactor
  ) {
    self.server = server
    self.registry = registry
    self.credential = credential
    self.transport = transport
    reader = AnswerReader(server: server, redactor: redactor)
  }

  /// Reads by a call of the REST API below `/api/2.0/mlflow`.
  func get(
    _ path: String, _ query: [(String, String)] = []
  ) async throws(MLflowError) -> AnswerObject {
    let response = try await send(.get, "api/2.0/mlflow/\(path)", query: query, body: nil)
    return AnswerObject(try reader.object(response), path: "")
  }

  /// Sends a document to a call of the REST API below `/api/2.0/mlflow`.
  func post(_ path: String, _ body: JSON) async throws(MLflowError) -> AnswerObject {
    let response = try await send(.post, "api/2.0/mlflow/\(path)", query: [], body: body)
    return AnswerObject(try reader.object(response), path: "")
  }

  /// The content of a file, which has its own routes.
  func content(
    _ path: String, query: [(String, String)] = []
  ) async throws(MLflowError) -> [UInt8] {
    try reader.content(try await send(.get, path, query: query, body: nil))
  }

  private func send(
    _ method: HTTPMethod, _ path: String, query: [(String, String)], body: JSON?
  ) async throws(MLflowError) -> HTTPResponse {
    var headers = HTTPHeaders()
    if let credential { headers["Authorization"] = credential.headerValue }
    if body != nil { headers["Content-Type"] = "application/json" }
    let suffix = query.isEmpty ? "" : "?" + PercentEncoding.query(query)
    var request = HTTPRequest(
      method, "\(server)/\(path)\(suffix)", headers: headers, body: body?.encoded())
    // Searches with many names come by POST, and read all the same.
    request.mayBeRepeated = true
    do throws(TransportError) {
      return try await transport.send(request)
    } catch {
      throw .unreachable(error)
    }
  }
}
