/// The request methods in use.
public enum HTTPMethod: String, Sendable, Hashable {
  case get = "GET"
  case put = "PUT"
  case post = "POST"
  case patch = "PATCH"
  case delete = "DELETE"

  /// Whether the method changes something on the server.
  public var isWrite: Bool { self != .get }
}
