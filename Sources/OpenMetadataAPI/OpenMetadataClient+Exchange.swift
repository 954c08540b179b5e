public import HTTPClient
public import JSONDocuments

/// Requests whose answer is wanted as it is, whatever its status: to try what a server does.
extension OpenMetadataClient {
  /// One answer.
  public struct Exchange: Sendable {
    /// The status; 0 when no answer came.
    public let status: Int
    /// The document; null for none, or for a text that is no JSON.
    public let document: JSON
    /// The header fields.
    public let headers: HTTPHeaders
  }

  /// Sends a request to a path below `/api/v1`.
  public func exchange(
    _ method: HTTPMethod, _ path: [String], query: [(String, String)] = [], body: JSON? = nil,
    type: String = "application/json", headers: HTTPHeaders = [:]
  ) async -> Exchange {
    let request = request(method, path, query: query, body: body, type: type, headers: headers)
    guard let answer = try? await transport.send(request) else {
      return Exchange(status: 0, document: .null, headers: [:])
    }
    return Exchange(
      status: answer.status, document: (try? JSON(parsing: answer.body)) ?? .null,
      headers: answer.headers)
  }
}
