public import Diagnostics

/// One value of `registry.tags`: the tag of the catalog that a registry's tag stands for.
public struct RegistryTagRule: Sendable, Equatable {
  /// The tag's key in the registry.
  public var key: Located<String>
  /// The tag's value in the registry.
  public var value: Located<String>
  /// The full name of the catalog's tag.
  public var tag: Located<String>

  /// Makes an entry.
  public init(key: Located<String>, value: Located<String>, tag: Located<String>) {
    self.key = key
    self.value = value
    self.tag = tag
  }
}
