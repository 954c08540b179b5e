/// The URIs that a manifest or a project config gives.
public struct MLflowURIs: Sendable, Hashable {
  /// The tracking server.
  public var tracking: String?
  /// The registry, when it is another server.
  public var registry: String?

  /// Takes the URIs as they are written.
  public init(tracking: String? = nil, registry: String? = nil) {
    self.tracking = tracking
    self.registry = registry
  }
}
