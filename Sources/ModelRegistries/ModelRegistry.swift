public import RegisteredModels

/// One kind of model registry; what is read of it goes into values that all kinds share.
public protocol ModelRegistry: Sendable {
  /// Whether references to this address are answered here.
  func serves(_ address: RegistryAddress) -> Bool

  /// What the registry says about each reference that it serves; nothing is asked twice.
  func answers(
    to references: [RegistryReference]
  ) async -> [RegistryReference: RegistryAnswer]
}
