public import Diagnostics

/// One entry of `registry.owners`: a registry's tag whose value names an owner.
public struct RegistryOwnerRule: Sendable, Equatable {
  /// The tag's key in the registry.
  public var key: Located<String>
  /// Whether its values name users or teams.
  public var kind: OwnerName.Kind

  /// Makes an entry.
  public init(key: Located<String>, kind: OwnerName.Kind) {
    self.key = key
    self.kind = kind
  }
}
