/// Why there is no private server.
public struct PrivatePostgreSQLError: Error, CustomStringConvertible {
  /// What went wrong.
  public let description: String

  init(_ description: String) { self.description = description }
}
