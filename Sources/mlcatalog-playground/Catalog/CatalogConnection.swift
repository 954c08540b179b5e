import HTTPClient
import JSONDocuments

/// Requests to an OpenMetadata server, as one user.
struct CatalogConnection {
  private let transport: any HTTPTransport
  private let host: ServerURL
  private let token: Secret?

  init(_ transport: any HTTPTransport, host: ServerURL, token: Secret? = nil) {
    self.transport = transport
    self.host = host
    self.token = token
  }

  /// The same server, as the user of a token.
  func authenticated(by token: Secret) -> CatalogConnection {
    CatalogConnection(transport, host: host, token: token)
  }

  /// Reads a document; nil when there is none.
  func get(_ path: String) async throws(PlaygroundFailure) -> JSON? {
    let answer = try await send(.get, path)
    return answer.status == 404 ? nil : try document(of: answer, .get, path)
  }

  /// Sends a document and gives the answer.
  func send(_ method: HTTPMethod, _ path: String, body: JSON) async throws(PlaygroundFailure)
    -> JSON
  {
    try document(of: try await send(method, path, body), method, path)
  }

  private func send(_ method: HTTPMethod, _ path: String, _ body: JSON? = nil)
    async throws(PlaygroundFailure) -> HTTPResponse
  {
    var headers: HTTPHeaders = ["Accept": "application/json"]
    if body != nil { headers.append("Content-Type", "application/json") }
    if let token { headers.append("Authorization", "Bearer " + token.reveal()) }
    do {
      return try await transport.send(
        HTTPRequest(method, "\(host)/api\(path)", headers: headers, body: body?.encoded()))
    } catch {
      throw PlaygroundFailure(
        .unavailable, "no answer from \(host): \(error.message)",
        remedy: error.hint ?? "check '--host', and that the catalog is running")
    }
  }

  private func document(
    of answer: HTTPResponse, _ method: HTTPMethod, _ path: String
  ) throws(PlaygroundFailure) -> JSON {
    let document = try? JSON(parsing: answer.body)
    guard (200..<300).contains(answer.status) else {
      let reason = document?["message"]?.string ?? "no reason given"
      let message = "\(method.rawValue) \(path): \(answer.status), \(reason)"
      switch answer.status {
      case 401, 403:
        throw PlaygroundFailure(
          .notPermitted, message, remedy: "check the password or the token, and its roles")
      case 500...: throw PlaygroundFailure(.unavailable, message)
      default: throw PlaygroundFailure(.refused, message)
      }
    }
    guard let document else {
      throw PlaygroundFailure(
        .unavailable, "\(host) answers \(method.rawValue) \(path) with something that is no JSON",
        remedy: "'--host' is the address of the server, without /api")
    }
    return document
  }
}
