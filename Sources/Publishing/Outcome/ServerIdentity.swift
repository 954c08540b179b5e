/// The server that a run talked to.
public struct ServerIdentity: Sendable, Hashable {
  /// The URL without `/api`.
  public var url: String
  /// The version as the server gave it.
  public var version: String

  /// Makes an identity.
  public init(url: String, version: String) {
    self.url = url
    self.version = version
  }
}
