/// The program that made a report.
public struct ToolIdentity: Sendable, Hashable {
  /// The program's name.
  public let name: String
  /// Its version.
  public let version: String

  /// Makes an identity.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
