/// The version of an OpenMetadata server, such as `1.5.10` or `1.12.0-SNAPSHOT`.
public struct ServerVersion: Sendable, Hashable {
  /// The text that the server gave.
  public let text: String
  /// The first number.
  public let major: Int
  /// The second number.
  public let minor: Int

  /// Reads a version; nil when it does not begin with two numbers.
  public init?(_ text: String) {
    let numbers = text.split(separator: ".", maxSplits: 2).prefix(2).map { part in
      Int(part.prefix { $0.isASCII && $0.isNumber })
    }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.text = text
    self.major = major
    self.minor = minor
  }

  private init(major: Int, minor: Int) {
    text = "\(major).\(minor)"
    self.major = major
    self.minor = minor
  }

  /// The newest line that the rules were written for.
  public static let newestKnown = ServerVersion(major: 2, minor: 0)

  /// Whether the server is of this line or a later one.
  public func isAtLeast(_ major: Int, _ minor: Int) -> Bool {
    (self.major, self.minor) >= (major, minor)
  }
}
