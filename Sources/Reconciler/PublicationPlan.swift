public import OpenMetadataEntities

/// What publishing would do: the one value that is printed, saved and applied.
public struct PublicationPlan: Sendable, Equatable {
  /// The server's URL, without `/api`.
  public var serverURL: String
  /// The server's version as it gave it.
  public var serverVersion: ServerVersion
  /// The services that the models belong to, each once, by name.
  public var services: [ServicePlan]
  /// The models in the order of the manifests.
  public var models: [ModelPlan]
  /// How the references of the manifests came out.
  public var references: ReferenceCounts

  /// Makes a plan.
  public init(
    serverURL: String, serverVersion: ServerVersion, services: [ServicePlan],
    models: [ModelPlan], references: ReferenceCounts
  ) {
    self.serverURL = serverURL
    self.serverVersion = serverVersion
    self.services = services
    self.models = models
    self.references = references
  }
}
