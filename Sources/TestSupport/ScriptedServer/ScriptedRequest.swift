public import HTTPClient

/// A request as a ``ScriptedServer`` received it.
public struct ScriptedRequest: Sendable {
  /// The number of the connection, from 1.
  public let connection: Int
  /// How many requests came before this one, over all connections.
  public let index: Int
  /// The method.
  public let method: String
  /// The target as it stood in the request line.
  public let target: String
  /// The header fields.
  public let headers: HTTPHeaders
  /// The content.
  public let body: [UInt8]
}
