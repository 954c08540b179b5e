/// A JSON number as it was written.
public struct JSONNumber: Sendable, Hashable {
  /// The text, such as `1.0` or `-2e3`.
  public let lexeme: String

  /// Takes a lexeme that follows the grammar of RFC 8259 §6.
  public init(lexeme: String) { self.lexeme = lexeme }

  /// A whole number.
  public init(_ value: some BinaryInteger) { lexeme = String(value) }

  /// The nearest double.
  public var double: Double? { Double(lexeme) }

  /// The number when it is written as a whole one that fits 64 bits.
  public var integer: Int64? { Int64(lexeme) }
}
