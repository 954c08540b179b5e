/// What is wrong with a file of faults, and where.
public struct FaultFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, without a full stop.
  public let message: String
  /// The line, from 1.
  public let line: Int
  /// The column in bytes, from 1.
  public let column: Int

  /// `line:column: message`.
  public var description: String { "\(line):\(column): \(message)" }
}
