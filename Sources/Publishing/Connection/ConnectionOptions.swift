/// What the command line says about the connection.
public struct ConnectionOptions: Sendable, Hashable {
  /// The server (`--host`).
  public var host: String?
  /// Whether a token may travel in the clear (`--allow-plain-http`).
  public var allowsPlainHTTP = false
  /// How many requests may be under way at once (`--concurrency`).
  public var concurrency = 8

  /// Makes the options of a plain run.
  public init() {}
}
