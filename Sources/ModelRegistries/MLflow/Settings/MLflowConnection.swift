public import RegisteredModels

/// Where models are registered, and where their runs are tracked.
public struct MLflowConnection: Sendable, Hashable {
  /// The registry.
  public let registry: MLflowEndpoint
  /// The tracking server; mostly the same.
  public let tracking: MLflowEndpoint

  /// What references name it by.
  public var address: RegistryAddress {
    .mlflow(registryURI: registry.uri, trackingURI: tracking.uri)
  }
}
