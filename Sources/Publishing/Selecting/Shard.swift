import Digests

/// One of several equal parts of all models (`--shard I/N`).
///
/// A model belongs to the shard whose number is one more than the first 8 bytes of the SHA-256 of its
/// fully qualified name, read as a big-endian number, modulo the count: by every version, on every
/// machine.
public struct Shard: Sendable, Hashable {
  /// The most parts there may be.
  public static let countLimit = 100_000

  /// Which part it is, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Reads `I/N`; nil when that is not a number from 1 to N, or there would be too many parts.
  public init?(parsing text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let number = Shard.number(words[0]), let count = Shard.number(words[1]),
      (1...Shard.countLimit).contains(count), (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  /// Whether a model belongs to it.
  ///
  /// - Parameter name: The model's fully qualified name, a quote in it doubled.
  public func contains(_ name: String) -> Bool {
    guard let value = UInt64(SHA256.hexadecimal(of: name).prefix(16), radix: 16) else {
      preconditionFailure("a digest is hexadecimal")
    }
    return Int(value % UInt64(count)) + 1 == number
  }
}

extension Shard: CustomStringConvertible {
  /// `I/N`.
  public var description: String { "\(number)/\(count)" }
}
