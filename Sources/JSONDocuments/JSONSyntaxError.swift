/// What is wrong with a JSON text, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A short phrase such as `duplicate key`.
  public let message: String
  /// The offset of the byte at fault, from 0.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The column in bytes, from 1.
  public let column: Int

  /// `line:column: message`.
  public var description: String { "\(line):\(column): \(message)" }
}
