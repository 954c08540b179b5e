/// Which version of which registered model a manifest means.
public struct RegistryReference: Sendable, Hashable {
  /// Where the model is registered.
  public var address: RegistryAddress
  /// The registered model's name.
  public var model: String
  /// What chooses the version.
  public var selector: RegistrySelector
  /// The version that the manifest expects beside an alias or a stage; nil when it expects none.
  public var expectedVersion: String?

  /// Makes a reference.
  public init(
    address: RegistryAddress, model: String, selector: RegistrySelector,
    expectedVersion: String? = nil
  ) {
    self.address = address
    self.model = model
    self.selector = selector
    self.expectedVersion = expectedVersion
  }
}
