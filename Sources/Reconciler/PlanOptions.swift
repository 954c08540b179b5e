public import ModelManifests

/// What the command line and the project config say about planning.
public struct PlanOptions: Sendable, Equatable {
  /// Fields whose value in the file wins over any edit (`--force`).
  public var force: [FieldPathPattern] = []
  /// Whether more than half of a model's edges may go (`--allow-prune`).
  public var allowsPrune = false
  /// Whether models and services that were deleted in the catalog are brought back (`--restore`).
  public var restoresDeleted = false
  /// The ownership of the project config.
  public var ownership = Ownership()
  /// The texts in the catalog that the lock acknowledges.
  public var acknowledged = AcknowledgedProse()

  /// Makes the options of a plain run.
  public init() {}
}
