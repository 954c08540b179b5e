/// Why a text is no address of a server.
public struct ServerURLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One phrase that repeats nothing of the text, since that may hold a password.
  public let message: String

  /// Says what is wrong without repeating the text.
  public init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}
