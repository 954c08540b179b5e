/// Which version of which registered model a manifest means.
public struct RegistryReference: Sendable, Hashable {
  /// Where the model is registered.
  public var address: RegistryAddress
  /// The registered model's name.
  public var model: String
  /// What chooses the version.
  public var selector: RegistrySelector

  /// Makes a reference.
  public init(address: RegistryAddress, model: String, selector: RegistrySelector) {
    self.address = address
    self.model = model
    self.selector = selector
  }
}
