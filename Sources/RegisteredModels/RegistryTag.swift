/// A tag or property of a registry: a key with free text.
public struct RegistryTag: Sendable, Hashable {
  /// What carries the tag.
  public enum Carrier: String, Sendable, Hashable, CaseIterable {
    case model, version, run, loggedModel
  }

  /// What carries it.
  public var carrier: Carrier
  /// The key.
  public var key: String
  /// The value, with its place.
  public var value: Sourced<String>

  /// Makes a tag.
  public init(_ carrier: Carrier, key: String, value: Sourced<String>) {
    self.carrier = carrier
    self.key = key
    self.value = value
  }
}
