/// What a running catalog answered instead of what a test needs.
public struct RunningCatalogError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The request and the answer.
  public let description: String

  init(_ description: String) { self.description = description }
}
