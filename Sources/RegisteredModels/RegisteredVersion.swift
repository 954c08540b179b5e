/// One version of a registered model, with all that its registry knows of it.
///
/// It is neutral: nothing in it tells which registry filled it but its texts.
public struct RegisteredVersion: Sendable, Equatable {
  /// Where the model is registered.
  public var address: RegistryAddress
  /// The registered model's name.
  public var model: String
  /// The version, as text: MLflow counts, Azure ML takes any text.
  public var version: String
  /// The place of the version, as origins write it: `mlflow:models:/NAME/VERSION`.
  public var origin: String
  /// Whether it can be used.
  public var status: RegistrationStatus
  /// Whether the registry says that it is archived.
  public var isArchived = false

  /// The stage in the registry's spelling; nil when it has none.
  public var stage: Sourced<String>?
  /// The aliases that point to it, sorted.
  public var aliases: Sourced<[String]>?
  /// Whether the registry knows aliases at all.
  public var hasAliases: Bool
  /// Whether the registry knows stages at all.
  public var hasStages: Bool

  /// The page of the version in the registry.
  public var sourceUrl: Sourced<String>?
  /// The version's description, else the model's, else the logged model's.
  public var description: Sourced<String>?
  /// The algorithm, in the order of precedence that the registry's mapping has.
  public var algorithm: Sourced<String>?
  /// What the model predicts, when exactly one named output says so.
  public var target: Sourced<String>?
  /// The URI of the artifact.
  public var storage: Sourced<String>?
  /// The container image.
  public var imageRepository: Sourced<String>?
  /// The URL that serves this version.
  public var server: Sourced<String>?
  /// The commit that the run was started from.
  public var gitCommit: Sourced<String>?

  /// What goes in and out; nil when the registry has none or it could not be read (see `gaps`).
  public var signature: ModelSignature?
  /// The run that made the version; nil when it is not known or could not be read (see `gaps`).
  public var run: RegistryRun?
  /// The run's parameters, sorted by name.
  public var parameters: [RegistryParameter] = []
  /// The run's metrics, sorted by name.
  public var metrics: [RegistryMetric] = []
  /// The datasets that the run read.
  public var datasets: [DatasetInput] = []
  /// Tags and properties of model, version and run, without those of the registry's own use.
  public var tags: [RegistryTag] = []

  /// When the version was made, in milliseconds since 1970.
  public var createdAt: Int64?
  /// When the version was changed last, in milliseconds since 1970.
  public var updatedAt: Int64?
  /// What could not be told.
  public var gaps: [RegistryGap] = []

  /// Makes a version of which nothing but its name and status is known.
  public init(
    address: RegistryAddress, model: String, version: String, origin: String,
    status: RegistrationStatus, hasAliases: Bool, hasStages: Bool
  ) {
    self.address = address
    self.model = model
    self.version = version
    self.origin = origin
    self.status = status
    self.hasAliases = hasAliases
    self.hasStages = hasStages
  }
}
