public import Diagnostics

/// `registry.mlflow` of the project config; URIs without user info.
public struct MLflowRegistryConfig: Sendable, Equatable {
  /// The tracking server, which knows the runs.
  public var trackingUri: Located<String>?
  /// The registry, where it is not the tracking server.
  public var registryUri: Located<String>?

  /// Makes settings that say nothing.
  public init() {}
}
