public import Diagnostics
public import JSONDocuments

/// What happens to one model: what is shown, what is written, and what must be there afterwards.
public struct ModelPlan: Sendable, Equatable {
  /// What happens to the model as a whole.
  public enum Action: String, Sendable, Hashable {
    case create
    case update
    case restore
    case none
    /// A finding forbids to write it.
    case blocked
  }

  /// The manifest's path.
  public var manifest: String
  /// The model's name.
  public var name: String
  /// The model's fully qualified name as this server quotes it.
  public var fullyQualifiedName: String
  /// The service's name, unquoted.
  public var serviceName: String
  /// What findings about the model are marked with.
  public var key: String
  /// Where the model's name stands.
  public var place: SourceRange?
  /// What happens.
  public var action: Action
  /// The version now; nil when the model is new.
  public var versionBefore: JSONNumber?
  /// The version that the server is expected to give; never a reason to fail.
  public var versionAfter: JSONNumber?
  /// Whether consumers may break: a major version, a removed or retyped feature, a swapped table.
  public var isBreaking = false
  /// One entry for each leaf that changes.
  public var changes: [FieldChange] = []
  /// Values of others that stay.
  public var kept: [KeptValue] = []
  /// Fields that both sides changed; they stay as the catalog has them.
  public var conflicts: [FieldConflict] = []
  /// The edges into the model, unchanged ones included.
  public var edges: [EdgePlan] = []
  /// The write that makes the changes.
  public var write: ModelWrite = .none
  /// The model in normal form as it must be after the write.
  public var expected = FieldValues()
  /// What the plan was made on; nil for a model that is not there, or was not looked at.
  public var basis: ModelBasis?

  /// Makes a plan in which nothing happens.
  public init(
    manifest: String, name: String, fullyQualifiedName: String, serviceName: String,
    action: Action
  ) {
    self.manifest = manifest
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    self.serviceName = serviceName
    self.action = action
    key = fullyQualifiedName
  }
}
